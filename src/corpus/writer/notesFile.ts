import { waitForLockAt } from '../storage/indexLock';
import { NO_SEAL, type Seal } from '../storage/seal';
import { theWorld, type World } from '../storage/world';
import { writeAtomic } from '../storage/writeAtomic';
import type { ArticleNotes, FileNote, StoredNote } from './articleNotes';

/** Where the notes on the articles of an index are: beside its folder, for within it a builder sweeps. */
export function notesPathOf({
  notes,
  storage,
}: {
  readonly notes?: string | undefined;
  readonly storage: string;
}): string {
  return notes ?? `${storage}.notes.json`;
}

const EMPTY: ArticleNotes = { notes: [] };
const FIELDS = ['title', 'date', 'speaker', 'occasion'] as const;

/** The file of notes was sealed under a key that is not at hand. */
export class LockedNotesError extends Error {
  override name = 'LockedNotesError';
}

/**
 * Reads the file of notes; none where it does not exist. Throws where it cannot be read, is not ours or is locked: nothing is
 * overwritten then. What is written otherwise than `seal` has it is written anew.
 *
 * @throws {LockedNotesError}
 */
export async function readNotes(path: string, seal: Seal = NO_SEAL, world: World = theWorld): Promise<ArticleNotes> {
  let text: string;
  try {
    const line = (await world.files.read(path)).toString('utf8').trimEnd();
    const found = seal.open(line);
    if (found.kind !== 'text') throw new LockedNotesError(path);
    text = found.text;
    if (seal.isOutdated(line)) await writeText(path, text, seal, world);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
    throw error;
  }
  const { notes } = JSON.parse(text) as { notes?: unknown };
  if (!Array.isArray(notes)) throw new SyntaxError(`${path}: "notes" is missing`);
  return { notes: notes.flatMap(storedNote) };
}

/** Writes them in the place of what is there, whole or not at all; sealed where `seal` says so. Throws what the file system throws. */
export async function writeNotes(
  path: string,
  { notes }: ArticleNotes,
  seal: Seal = NO_SEAL,
  world: World = theWorld,
): Promise<void> {
  const rows = notes.map(note => `  ${JSON.stringify(note)}`).join(',\n');
  await writeText(path, `{"format":"fanben-notes","version":1,"notes":[\n${rows}\n]}`, seal, world);
}

/**
 * Windows that note at the same moment wait for each other: a note takes some milliseconds, and a lock that its window could not remove
 * grows stale sooner than this.
 */
const PATIENCE_MS = 30_000;

/** Another window has been changing the notes for so long that it hangs: whoever wrote now would take from it what it notes. */
export class BusyNotesError extends Error {
  override name = 'BusyNotesError';
}

/**
 * Reads the notes, changes them and writes them, while no other window does; `null` changes nothing. Gives what is noted then. Rejects
 * as `readNotes` and `writeNotes` do.
 *
 * @throws {BusyNotesError}
 */
export async function changeNotes(
  path: string,
  change: (notes: ArticleNotes) => ArticleNotes | null,
  seal: Seal = NO_SEAL,
  world: World = theWorld,
): Promise<ArticleNotes> {
  const lock = await waitForLockAt(`${path}.lock`, PATIENCE_MS, world);
  if (!lock) throw new BusyNotesError(path);
  try {
    const notes = await readNotes(path, seal, world);
    const next = change(notes);
    if (next) await writeNotes(path, next, seal, world);
    return next ?? notes;
  } finally {
    await lock.release();
  }
}

async function writeText(path: string, text: string, seal: Seal, world: World): Promise<void> {
  await writeAtomic(path, [Buffer.from(`${seal.seal(text)}\n`)], world);
}

/** What may be in the file by another's hand is left out where it has not the right shape. */
function storedNote(given: unknown): StoredNote[] {
  if (typeof given !== 'object' || given === null) return [];
  const { path, hash, entry, excluded, kept, ...fields } = given as Record<string, unknown>;
  if (typeof path !== 'string' || typeof hash !== 'string' || typeof entry !== 'number') return [];
  const texts = FIELDS.flatMap(name => (typeof fields[name] === 'string' ? [[name, fields[name]] as const] : []));
  return [
    { path, hash, entry, ...Object.fromEntries(texts), ...(excluded === true && { excluded }), ...keptLines(kept) },
  ];
}

/** Lines kept of one article: more nobody keeps, and a longer one is no line. */
const MOST_KEPT = 500;
const LONGEST_KEPT_UTF16 = 20_000;

function keptLines(given: unknown): Pick<FileNote, 'kept'> {
  if (!Array.isArray(given)) return {};
  const kept = given.filter(line => typeof line === 'string' && line.length <= LONGEST_KEPT_UTF16).slice(0, MOST_KEPT);
  return kept.length > 0 ? { kept } : {};
}
