import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sweep } from '../corpus/builder/upkeep/sweep';
import { blocksOf, framesName } from '../corpus/index/framesFile';
import { EMPTY_MANIFEST, type Manifest } from '../corpus/index/manifest';
import { INDEX_VERSION, readManifest, writeManifest } from '../corpus/index/manifestFile';
import { segmentPath } from '../corpus/index/segmentBytes';
import { takeLock } from '../corpus/storage/indexLock';
import { checkFrames } from './checking/checkFrames';
import { checkSegment } from './checking/checkSegment';
import { libraryTotals } from './collections';
import { unpackFiles } from './fileTable';
import type { Collection, Library, PublishedSegment } from './library';
import { decodeLibrary } from './libraryManifest';
import { checkRoom } from './replica/diskRoom';
import { type Fetching, fetchChunk, fetchFile, PART, UnsoundError } from './replica/fetchFile';
import { dropReplicaState, readReplicaState, stateOf, writeReplicaState } from './replica/replicaState';
import { replicaManifest, segmentId } from './replicaManifest';
import { type Store, type StoredManifest, StoreError, storeErrors } from './store/store';
import type { TransferProgress } from './transferProgress';

/** `busy`: another window fetches it. */
export type Replicated = 'same' | 'new' | 'busy' | LargeLibrary;

/** A library that is too large to be replicated, as it is in the store. */
export interface LargeLibrary {
  readonly library: Library;
  readonly stored: StoredManifest;
}

/** Where a library is brought, and how much of it. */
export interface Replicating {
  /** Absolute path of the folder of the replica; it exists. */
  readonly folder: string;
  readonly signal: AbortSignal;
  /** Fetch segments that are here but damaged. */
  readonly again?: ReadonlySet<string>;
  readonly progress?: (progress: TransferProgress) => void;
  /** A library that is not to be replicated: nothing of it is fetched. By default there is none. */
  readonly isTooLarge?: (library: Library) => Promise<boolean>;
  /** Version of the manifest of such a library that is known already. */
  readonly known?: string | undefined;
}

/**
 * Brings a replica up to date with its library: an index folder like any other, of segments whose bytes are what the library's
 * manifest says. Only what is not here yet is fetched, a piece of 8 MiB at a time; broken off, it goes on behind the last piece. What
 * was here serves until all is. Throws `StoreError`, or what the file system throws.
 */
export async function replicate(store: Store, options: Replicating): Promise<Replicated> {
  const { folder, signal, again, progress, isTooLarge, known } = options;
  const state = await readReplicaState(folder);
  const isWhole = state !== null && !again?.size && typeof (await readManifest(folder)) !== 'string';
  const stored = await store.readManifest(known ?? (isWhole ? state.version : undefined));
  if (stored === 'same') return 'same';
  if (stored === null) throw storeErrors.notALibrary(store.target);
  const library = decodeLibrary(stored.bytes, INDEX_VERSION);
  if ('zh' in library) throw new StoreError(library);
  if (await isTooLarge?.(library)) return { library, stored };
  const lock = await takeLock(folder);
  if (!lock) return 'busy';
  try {
    for (const id of again ?? []) await rm(segmentPath(folder, id), { force: true });
    await sweepParts(folder, library);
    const manifest = await fetchLibrary(store, library, folder, signal, progress ?? (() => undefined));
    if (!(await lock.isHeld())) return 'busy';
    await writeManifest(folder, manifest);
    await writeReplicaState(folder, stateOf(library, stored.version));
    await sweep(folder, manifest);
    return 'new';
  } catch (error) {
    if (error instanceof UnsoundError) error.version = stored.version;
    throw error;
  } finally {
    await lock.release();
  }
}

/** Empties a replica: its library is read on demand from now on. Another window that is fetching it goes first. */
export async function dropReplica(folder: string): Promise<void> {
  const lock = await takeLock(folder);
  if (!lock) return;
  try {
    await writeManifest(folder, EMPTY_MANIFEST);
    await dropReplicaState(folder);
    await sweep(folder, EMPTY_MANIFEST);
  } finally {
    await lock.release();
  }
}

/** What was begun to be fetched of another version. */
async function sweepParts(folder: string, { collections }: Library): Promise<void> {
  const wanted = new Set(collections.flatMap(({ segments }) => segments.map(segmentId)));
  for (const name of await readdir(folder))
    if (name.endsWith(PART) && !wanted.has(name.slice(0, 40))) await rm(join(folder, name), { force: true });
}

async function fetchLibrary(
  store: Store,
  library: Library,
  folder: string,
  signal: AbortSignal,
  progress: (progress: TransferProgress) => void,
): Promise<Manifest> {
  const bytesFound = libraryTotals(library).bytes;
  let bytesDone = 0;
  const done = (bytes: number) => {
    bytesDone += bytes;
    progress({ bytesDone, bytesFound });
  };
  const fetching = { store, folder, signal, done };
  progress({ bytesDone, bytesFound });
  await checkRoom(folder, library, store.target);
  const tables = new Map<Collection, Awaited<ReturnType<typeof fetchFiles>>>();
  for (const collection of library.collections) {
    for (const segment of collection.segments) await fetchSegment(fetching, segment);
    tables.set(collection, await fetchFiles(fetching, collection));
    done(collection.files.bytes);
  }
  return replicaManifest(folder, library, collection => tables.get(collection)!);
}

/** With its frames. */
async function fetchSegment(fetching: Fetching, segment: PublishedSegment): Promise<void> {
  const { folder, signal } = fetching;
  const id = segmentId(segment);
  await fetchFile(fetching, segment, segmentPath(folder, id), path => checkSegment(path, segment, signal));
  const blocks = blocksOf([{ id, characters: segment.characters }]);
  for (const [number, object] of segment.frames.entries()) {
    const block = blocks[number];
    if (!block || object.bytes === 0) continue;
    await fetchFile(fetching, object, join(folder, framesName(block)), path => checkFrames(path, segment));
  }
}

async function fetchFiles({ store, signal }: Fetching, { files, segments }: Collection) {
  const pieces: Uint8Array[] = [];
  for (let number = 0; number < files.chunks.length; number++) {
    pieces.push(await fetchChunk(store, files, number, { signal }));
    signal.throwIfAborted();
  }
  const articles = segments.reduce((sum, segment) => sum + segment.articles, 0);
  const table = await unpackFiles(Buffer.concat(pieces), articles);
  if (!table) throw storeErrors.wrong(store.target, files.chunks[0] ?? '');
  return table;
}
