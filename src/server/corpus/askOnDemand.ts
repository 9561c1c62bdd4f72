import { within } from '../door/within';
import type { LibrarySession, Needs } from './librarySession';

/** Whoever looks something up waits no longer for the network than this, for each step. Milliseconds. */
const PATIENCE_MS = 200;

const NOTHING: Needs = () => new Set();

/**
 * Asks something of libraries that are read on demand, too: first what it needs is brought, step by step, then what it turned out to lack. Without such
 * libraries it is asked at once.
 */
export function askOnDemand<Answer>(
  libraries: Pick<LibrarySession, 'partial' | 'bring'>,
  ask: () => Answer,
  steps: readonly Needs[],
): Answer | Promise<Answer> {
  if (libraries.partial().length === 0) return ask();
  return (async () => {
    for (const needsOf of steps) await within(PATIENCE_MS, libraries.bring(needsOf));
    ask();
    await within(PATIENCE_MS, libraries.bring(NOTHING));
    return ask();
  })();
}
