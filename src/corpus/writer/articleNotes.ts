import type { ArticleNote } from '../../engine/passages/lens/lens';
import { byPath as findByPath, paths } from '../../paths/pathIdentity';
import type { FileRecord } from '../index/manifest';

/** What is noted about an article: also which lines of it were removed wrongly, as `Removal.text` has them. */
export interface FileNote extends ArticleNote {
  readonly kept?: readonly string[] | undefined;
}

/** A note of the file of notes: about an article, by the bytes of its file and by where that lay. */
export interface StoredNote extends FileNote {
  readonly path: string;
  readonly hash: string;
  readonly entry: number;
}

/** The writer's notes on articles, kept in a file of their own: they outlive the index, reading anew and moving of files. */
export interface ArticleNotes {
  readonly notes: readonly StoredNote[];
}

/** The notes with one on this article; what `change` says replaces what was noted, `undefined` takes it away. */
export function withNote(
  { notes }: ArticleNotes,
  file: Pick<FileRecord, 'path' | 'hash'>,
  entry: number,
  change: FileNote,
): ArticleNotes {
  const mine = noteOn(notes, file, entry);
  const { path, hash, ...merged } = { ...mine, ...change } as Partial<StoredNote>;
  const isEmpty = (value: unknown) =>
    value === undefined || value === false || (Array.isArray(value) && value.length === 0);
  const next = Object.fromEntries(Object.entries(merged).filter(([, value]) => !isEmpty(value)));
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
  return ofEntry.find(note => note.hash === hash) ?? ofEntry.find(note => paths.isSame(note.path, path));
}

/**
 * The notes as they follow their files: one whose file was changed where it lies takes its new bytes, one whose file was moved its
 * new place, so that both may happen in turn. `null` where nothing is to be changed.
 */
export function followingFiles(
  { notes }: ArticleNotes,
  files: readonly Pick<FileRecord, 'path' | 'hash'>[],
): ArticleNotes | null {
  if (notes.length === 0) return null;
  const fileAt = findByPath(new Map(files.map(file => [file.path, file])));
  const byHash = new Map(files.map(file => [file.hash, file]));
  let isChanged = false;
  const next = notes.map(note => {
    const there = fileAt(note.path);
    const now = byHash.has(note.hash) ? (there ?? byHash.get(note.hash)!) : there;
    if (!now || (now.path === note.path && (now.hash === note.hash || byHash.has(note.hash)))) return note;
    isChanged = true;
    return { ...note, path: now.path, hash: now.hash };
  });
  return isChanged ? { notes: next } : null;
}

/** The notes on the files of an index: path → entry → note. */
export function notesByFile(
  { notes }: ArticleNotes,
  files: readonly Pick<FileRecord, 'path' | 'hash'>[],
): Map<string, Map<number, FileNote>> {
  const byFile = new Map<string, Map<number, FileNote>>();
  if (notes.length === 0) return byFile;
  const byHash = groupBy(notes, ({ hash }) => hash);
  const byPath = groupBy(notes, ({ path }) => paths.keyOf(path));
  for (const { path, hash } of files) {
    const found = [...(byPath.get(paths.keyOf(path)) ?? []), ...(byHash.get(hash) ?? [])];
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

/** The lines that were kept of a file, by the entries they are of. */
export type KeptLines = ReadonlyMap<number, ReadonlySet<string>>;

/** All that is kept of a file, whichever of its articles it is of. */
export function allKept(kept: KeptLines): ReadonlySet<string> {
  return new Set([...kept.values()].flatMap(lines => [...lines]));
}

/** What is to be kept of a file when it is read: of the same bytes wherever they lie, else of the same place. */
export function keptOf({ notes }: ArticleNotes, { path, hash }: Pick<FileRecord, 'path' | 'hash'>): KeptLines {
  const ofFile = notes.filter(note => note.kept && (note.hash === hash || paths.isSame(note.path, path)));
  const byBytesLast = ofFile.sort((a, b) => Number(a.hash === hash) - Number(b.hash === hash));
  return new Map(byBytesLast.map(({ entry, kept }) => [entry, new Set(kept)]));
}
