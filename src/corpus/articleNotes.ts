import { readFile } from 'node:fs/promises';
import type { ArticleNote } from '../engine/passages/lens';
import type { FileRecord } from './manifest';
import { writeAtomic } from './writeAtomic';

/** A note of the file of notes: about an article, by the bytes of its file and by where that lay. */
export interface StoredNote extends ArticleNote {
  readonly path: string;
  readonly hash: string;
  readonly entry: number;
}

/** The writer's notes on articles, kept in a file of their own: they outlive the index, reading anew and moving of files. */
export interface ArticleNotes {
  readonly notes: readonly StoredNote[];
}

const EMPTY: ArticleNotes = { notes: [] };
const FIELDS = ['title', 'date', 'speaker', 'occasion'] as const;

/** Reads the file of notes; none where it does not exist. Throws where it cannot be read or is not ours: nothing is overwritten then. */
export async function readNotes(path: string): Promise<ArticleNotes> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY;
    throw error;
  }
  const { notes } = JSON.parse(text) as { notes?: unknown };
  if (!Array.isArray(notes)) throw new SyntaxError(`${path}: "notes" is missing`);
  return { notes: notes.flatMap(storedNote) };
}

export async function writeNotes(path: string, { notes }: ArticleNotes): Promise<void> {
  const rows = notes.map(note => `  ${JSON.stringify(note)}`).join(',\n');
  await writeAtomic(path, [Buffer.from(`{"format":"fanben-notes","version":1,"notes":[\n${rows}\n]}\n`)]);
}

/** What may be in the file by another's hand is left out where it has not the right shape. */
function storedNote(given: unknown): StoredNote[] {
  if (typeof given !== 'object' || given === null) return [];
  const { path, hash, entry, excluded, ...fields } = given as Record<string, unknown>;
  if (typeof path !== 'string' || typeof hash !== 'string' || typeof entry !== 'number') return [];
  const texts = FIELDS.flatMap(name => (typeof fields[name] === 'string' ? [[name, fields[name]] as const] : []));
  return [{ path, hash, entry, ...Object.fromEntries(texts), ...(excluded === true && { excluded }) }];
}

/** The notes with one on this article; what `change` says replaces what was noted, `undefined` takes it away. */
export function withNote(
  { notes }: ArticleNotes,
  file: Pick<FileRecord, 'path' | 'hash'>,
  entry: number,
  change: ArticleNote,
): ArticleNotes {
  const mine = noteOn(notes, file, entry);
  const { path, hash, ...merged } = { ...mine, ...change } as Partial<StoredNote>;
  const next = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && value !== false));
  const others = notes.filter(note => note !== mine);
  const says = Object.keys(next).some(key => key !== 'entry');
  return { notes: says ? [...others, { path: file.path, hash: file.hash, ...next, entry }] : others };
}

/** The same bytes, wherever they lie; else the same place, whatever has been written in it since. */
function noteOn(
  notes: readonly StoredNote[],
  { path, hash }: Pick<FileRecord, 'path' | 'hash'>,
  entry: number,
): StoredNote | undefined {
  const ofEntry = notes.filter(note => note.entry === entry);
  return ofEntry.find(note => note.hash === hash) ?? ofEntry.find(note => note.path === path);
}

/** The notes on the files of an index: path → entry → note. */
export function notesByFile(
  { notes }: ArticleNotes,
  files: readonly Pick<FileRecord, 'path' | 'hash'>[],
): Map<string, Map<number, ArticleNote>> {
  const byFile = new Map<string, Map<number, ArticleNote>>();
  if (notes.length === 0) return byFile;
  const byHash = groupBy(notes, ({ hash }) => hash);
  const byPath = groupBy(notes, ({ path }) => path);
  for (const { path, hash } of files) {
    const found = [...(byPath.get(path) ?? []), ...(byHash.get(hash) ?? [])];
    if (found.length > 0) byFile.set(path, new Map(found.map(note => [note.entry, note])));
  }
  return byFile;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
