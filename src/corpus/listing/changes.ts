import { byPath, paths } from '../../paths/pathIdentity';
import {
  type FileRecord,
  type FileState,
  type Manifest,
  MOST_DEATHS,
  type SkippedFile,
  UNKNOWN_SIZE,
} from '../index/manifest';
import type { Listing } from './listing';

/** What must be done to make the index agree with the files. */
export interface Changes {
  /** New, changed or half-read: in listing order. */
  readonly toRead: readonly FileState[];
  /** Indexed, but there no more. */
  readonly gone: readonly FileRecord[];
  /** Nothing to do at all? Also false where only the list of skipped files is out of date. */
  readonly none: boolean;
}

/**
 * Compares the manifest with the files found: path, size and time of change decide. `retryDied`: what a builder has died on
 * once is to be read again, before all else. `again`: files to read although they are as they were. `converter`: a program that
 * may read what was skipped.
 */
export function findChanges(
  manifest: Manifest,
  listing: Listing,
  maxFileBytes: number | null,
  retryDied = false,
  again: readonly string[] = [],
  converter?: string,
): Changes {
  const known = new Map<string, FileState>();
  const retried = new Set<string>();
  for (const file of manifest.files) if (file.complete) known.set(file.path, file);
  if (manifest.maxFileBytes === maxFileBytes) {
    for (const file of manifest.skipped) {
      if (retryDied && file.deaths !== undefined && file.deaths < MOST_DEATHS) retried.add(file.path);
      else if (!isWorthConverting(file, converter)) known.set(file.path, file);
    }
  }
  for (const path of again) known.delete(path);
  const knownAs = byPath(known);
  const changed = listing.files.filter(file => !sameState(knownAs(file.path), file));
  const toRead = [
    ...changed.filter(({ path }) => retried.has(path)),
    ...changed.filter(({ path }) => !retried.has(path)),
  ];
  const gone = manifest.files.filter(isGone(listing));
  return { toRead, gone, none: toRead.length === 0 && gone.length === 0 && sameSkipped(manifest, listing) };
}

/** Was a file skipped that a converter, which has not tried it yet, may read? */
function isWorthConverting({ reason, converter: tried }: SkippedFile, converter: string | undefined): boolean {
  return Boolean(converter) && reason.converts === true && tried !== converter;
}

/**
 * Is a file no longer there? What lies in a folder that cannot be read just now is taken to be, and what lay in a corpus folder in
 * whose place there is a file now.
 */
export function isGone({ files, unreadable, rootFiles }: Listing): (file: FileState) => boolean {
  const found = byPath(new Map(files.map(file => [file.path, file])));
  const kept = unreadable.filter(place => place.kept).map(({ path }) => path);
  const away = [...kept, ...rootFiles];
  return ({ path }) => !found(path) && !away.some(place => paths.isWithin(path, place));
}

/** Would the list of what is skipped stay as it is? */
function sameSkipped({ skipped }: Manifest, listing: Listing): boolean {
  const gone = isGone(listing);
  const places = skipped.filter(({ size }) => size === UNKNOWN_SIZE).map(placeKey);
  const files = skipped.filter(({ size }) => size !== UNKNOWN_SIZE);
  return !files.some(gone) && places.sort().join('\0') === listing.unreadable.map(placeKey).sort().join('\0');
}

function placeKey({ path, count = 0 }: { readonly path: string; readonly count?: number }): string {
  return `${path}\0${count}`;
}

/** Is a file as it was, by its size and the time it was last written? */
export function sameState(a: FileState | undefined, b: FileState): boolean {
  return a !== undefined && a.size === b.size && a.mtimeMs === b.mtimeMs;
}
