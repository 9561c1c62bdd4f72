import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type PathIdentity, paths } from '../../paths/pathIdentity';
import { ignoredKind } from '../formats/skipKinds';
import { type FileState, type Manifest, UNKNOWN_SIZE } from '../index/manifest';
import { FILE_LIMIT } from './listFiles';
import type { Listing } from './listing';
import { noAccess, type UnreadablePlace } from './unreadablePlaces';
import { type ListOptions, wantedFiles } from './wantedFiles';

/** What stands in some folders, of a corpus whose other folders are as the index has them. */
export interface FoundPlaces {
  /** Absolute paths of folders; what they have below them is not meant. */
  readonly places: readonly string[];
  readonly files: readonly FileState[];
  readonly unreadable: readonly UnreadablePlace[];
}

/**
 * Looks at some folders of a corpus alone: one file saved among a hundred thousand is found without looking at them all. `listed` are
 * the folders of the last whole listing. Null where that is not enough, and `listFiles` must look at everything: folders or links
 * came or went, a folder is empty or cannot be read, a name cannot be decoded.
 */
export async function listPlaces(
  places: readonly string[],
  corpus: readonly string[],
  listed: ReadonlySet<string>,
  options: ListOptions = {},
): Promise<FoundPlaces | null> {
  const roots = corpus.map(path => resolve(path));
  const never = new Set(options.never?.map(path => resolve(path)));
  const { wanted, closed } = wantedFiles(options);
  const found: string[] = [];
  for (const folder of places) {
    const root = roots.find(path => paths.isWithin(folder, path));
    const entries = root !== undefined && listed.has(folder) ? await entriesOf(folder) : null;
    if (root === undefined || entries === null || !sameFolders(folder, entries, listed)) return null;
    for (const entry of entries) {
      const path = join(folder, entry.name);
      const within = relative(root, path);
      if (entry.isDirectory()) {
        if (!listed.has(path) && !entry.name.startsWith('.') && !never.has(path) && !closed(within)) return null;
      } else if (!entry.isFile() || entry.name.includes('\ufffd')) return null;
      else if (ignoredKind(entry.name) === null && wanted(within)) found.push(path);
    }
  }
  const files: FileState[] = [];
  const unreadable: UnreadablePlace[] = [];
  for (let at = 0; at < found.length; at += BATCH) {
    for (const one of await Promise.all(found.slice(at, at + BATCH).map(stateOf))) {
      if (one && 'reason' in one) unreadable.push(one);
      else if (one) files.push(one);
    }
  }
  return { places, files, unreadable };
}

const BATCH = 64;

async function stateOf(path: string): Promise<FileState | UnreadablePlace | null> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { path, size, mtimeMs };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // It went while we looked: its folder stirs once more.
    return code === 'ENOENT' ? null : { path, kept: true, reason: noAccess(path, code) };
  }
}

/** An empty folder may be one whose disk is away. */
async function entriesOf(folder: string): Promise<Dirent[] | null> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries.length > 0 ? entries.sort((a, b) => (a.name < b.name ? -1 : 1)) : null;
}

/** Are all the folders that were listed in this one still there? */
function sameFolders(folder: string, entries: readonly Dirent[], listed: ReadonlySet<string>): boolean {
  const present = new Set(entries.filter(entry => entry.isDirectory()).map(({ name }) => join(folder, name)));
  for (const other of listed) if (dirname(other) === folder && other !== folder && !present.has(other)) return false;
  return true;
}

/** The listing that a whole look would have given: what the index has, but in these places what was found. Null where that is too much. */
export function withPlaces(
  manifest: Manifest,
  { places, files, unreadable }: FoundPlaces,
  identity: PathIdentity = paths,
): Listing | null {
  const looked = new Set(places.map(identity.keyOf));
  const isLooked = ({ path }: { readonly path: string }) => looked.has(identity.keyOf(dirname(path)));
  const known = new Map<string, FileState>();
  for (const { path, size, mtimeMs } of [...manifest.files, ...manifest.skipped]) {
    if (size !== UNKNOWN_SIZE && !isLooked({ path })) known.set(path, { path, size, mtimeMs });
  }
  for (const file of files) known.set(file.path, file);
  if (known.size > FILE_LIMIT) return null;
  const rows = manifest.skipped.filter(row => row.size === UNKNOWN_SIZE && !(row.count === undefined && isLooked(row)));
  return {
    files: [...known.values()],
    folders: [],
    unreadable: [
      ...rows.map(({ path, reason, count }) => ({ path, reason, kept: true, ...(count !== undefined && { count }) })),
      ...unreadable,
    ],
    rootFiles: [],
    devices: manifest.devices ?? [],
    empty: [],
  };
}
