import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { boundedBytes } from '../reading/boundedFile';
import { waitForLockAt } from '../storage/indexLock';
import { OWN_FOLDER, writeAtomic } from '../storage/writeAtomic';

/** A problem that the writer does not want to see again in a draft: this text, or, with null, all of its kind. */
export interface IgnoredProblem {
  readonly code: string;
  readonly text: string | null;
}

/** What is ignored in each draft, by the address of the draft. */
export type IgnoredProblems = ReadonlyMap<string, readonly IgnoredProblem[]>;

/** Drafts come and go: those ignored in last stay. */
const MOST_DRAFTS = 1000;
/** What they take is a hundredth of it: a larger file is none of ours. */
const MOST_BYTES = 64 << 20;

/** Reads the file; nothing where there is none. Throws where it cannot be read or is not ours: nothing is overwritten then. */
export async function readIgnored(path: string): Promise<IgnoredProblems> {
  let text: string;
  try {
    text = (await boundedBytes(path, MOST_BYTES, () => new Error(`> ${MOST_BYTES} bytes`))).toString('utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return new Map();
    throw error;
  }
  const { drafts } = JSON.parse(text) as { drafts?: unknown };
  if (typeof drafts !== 'object' || drafts === null) throw new SyntaxError(`${path}: "drafts" is missing`);
  return new Map(Object.entries(drafts).map(([uri, problems]) => [uri, wellFormed(problems)]));
}

/** Another window needs some milliseconds; a lock that it could not remove grows stale sooner than this. */
const PATIENCE_MS = 30_000;

/**
 * Reads the file, changes it and writes it, while no other window does. Gives what is ignored then. Throws as `readIgnored` does, what
 * the file system throws, and where another window does not end.
 */
export async function changeIgnored(
  path: string,
  change: (now: IgnoredProblems) => IgnoredProblems,
): Promise<IgnoredProblems> {
  await mkdir(dirname(path), { recursive: true, mode: OWN_FOLDER });
  const lock = await waitForLockAt(`${path}.lock`, PATIENCE_MS);
  if (!lock) throw new Error(`${path}: busy`);
  try {
    const ignored = change(await readIgnored(path));
    await writeIgnored(path, ignored);
    return ignored;
  } finally {
    await lock.release();
  }
}

async function writeIgnored(path: string, ignored: IgnoredProblems): Promise<void> {
  const drafts = Object.fromEntries([...ignored].slice(-MOST_DRAFTS));
  await writeAtomic(path, [
    Buffer.from(`${JSON.stringify({ format: 'fanben-ignored', version: 1, drafts }, null, 1)}\n`),
  ]);
}

/** What may be in the file by another's hand is left out where it has not the right shape. */
function wellFormed(problems: unknown): IgnoredProblem[] {
  if (!Array.isArray(problems)) return [];
  return problems.flatMap(given => {
    if (typeof given !== 'object' || given === null) return [];
    const { code, text } = given as Record<string, unknown>;
    return typeof code === 'string' && (typeof text === 'string' || text === null) ? [{ code, text }] : [];
  });
}
