import { within } from '../../door/within';
import type { LibrarySession, Needs } from './librarySession';

/** Whoever looks something up waits no longer for the network than this, for each step. Milliseconds. */
const PATIENCE_MS = 200;

/** So long waits whoever has asked for a search, or for sentences like one. Milliseconds. */
export const SEARCH_PATIENCE_MS = 1_500;
/** So long waits whoever has asked for what takes some hundred articles, and sees that it goes on. Milliseconds. */
export const READING_PATIENCE_MS = 6_000;

const NOTHING: Needs = () => new Set();

/**
 * Asks something of libraries that are read on demand, too: first what it needs is brought, step by step, then what it turned out to lack. Without such
 * libraries it is asked at once.
 */
export function askOnDemand<Answer>(
  libraries: Pick<LibrarySession, 'partial' | 'bring'>,
  ask: () => Answer | Promise<Answer>,
  steps: readonly Needs[],
  patienceMs = PATIENCE_MS,
): Answer | Promise<Answer> {
  if (libraries.partial().length === 0) return ask();
  return (async () => {
    for (const needsOf of steps) await within(patienceMs, libraries.bring(needsOf));
    await ask();
    await within(patienceMs, libraries.bring(NOTHING));
    return await ask();
  })();
}
