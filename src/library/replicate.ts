import { type FileHandle, open, readdir, readFile, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { sweep } from '../corpus/builder/upkeep/sweep';
import { blocksOf, framesName } from '../corpus/index/framesFile';
import { EMPTY_MANIFEST, type Manifest } from '../corpus/index/manifest';
import { INDEX_VERSION, readManifest, writeManifest } from '../corpus/index/manifestFile';
import { segmentPath } from '../corpus/index/segmentBytes';
import { takeLock } from '../corpus/storage/indexLock';
import { OWN_FILE, replaceFile, writeAtomic } from '../corpus/storage/writeAtomic';
import { DamagedSegmentError } from '../engine/index/columns/segmentCodec';
import { checkFrames } from './checking/checkFrames';
import { checkSegment } from './checking/checkSegment';
import { chunkLength, fileChunks, nameOf } from './chunks';
import { unpackFiles } from './fileTable';
import {
  type Collection,
  decodeLibrary,
  type Library,
  libraryTotals,
  type PublishedSegment,
  type StoredObject,
} from './libraryManifest';
import { libraryLimits } from './limits';
import { replicaManifest, segmentId } from './replicaManifest';
import { type Receiving, type Store, type StoredManifest, StoreError, storeErrors } from './store/store';
import type { TransferProgress } from './transferProgress';

/** What a replica is of: `replica.json`, beside its segments. */
export interface ReplicaState {
  /** Of the manifest in the store. */
  readonly version: string;
  readonly name: string;
  readonly licence: string;
  /** Milliseconds of the epoch: when the newest of its collections was published. */
  readonly published: number;
  /** What articles of a folder count by its publisher's wish, by the name of the folder. */
  readonly weights?: Readonly<Record<string, number>>;
}

/** The bytes are those that the publisher has promised, and no index: to fetch them again would not help. */
export class UnsoundError extends StoreError {
  override readonly name = 'UnsoundError';
  /** Version of the manifest that promised them. */
  version = '';
}

/** `busy`: another window fetches it. */
export type Replicated = 'same' | 'new' | 'busy' | LargeLibrary;

/** A library that is too large to be replicated, as it is in the store. */
export interface LargeLibrary {
  readonly library: Library;
  readonly stored: StoredManifest;
}

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
    await rm(join(folder, STATE), { force: true });
    await sweep(folder, EMPTY_MANIFEST);
  } finally {
    await lock.release();
  }
}

/** What is known of the library of a replica; null before it was fetched for the first time. */
export async function readReplicaState(folder: string): Promise<ReplicaState | null> {
  try {
    const read = JSON.parse(await readFile(join(folder, STATE), 'utf8')) as ReplicaState;
    return typeof read.version === 'string' ? read : null;
  } catch {
    return null;
  }
}

/** What was begun to be fetched of another version. */
async function sweepParts(folder: string, { collections }: Library): Promise<void> {
  const wanted = new Set(collections.flatMap(({ segments }) => segments.map(segmentId)));
  for (const name of await readdir(folder))
    if (name.endsWith(PART) && !wanted.has(name.slice(0, 40))) await rm(join(folder, name), { force: true });
}

const STATE = 'replica.json';

const writeReplicaState = (folder: string, state: ReplicaState): Promise<void> =>
  writeAtomic(join(folder, STATE), [Buffer.from(JSON.stringify(state))]);

/** What is told of a library. */
export function stateOf({ name, licence, collections }: Library, version: string): ReplicaState {
  const published = Math.max(0, ...collections.map(collection => collection.published));
  const weights = Object.assign({}, ...collections.map(collection => collection.weights ?? {}));
  return { version, name, licence, published, ...(Object.keys(weights).length > 0 && { weights }) };
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

/** Not `.tmp`, which the next build of anybody would sweep away. */
const PART = '.part';

interface Fetching {
  readonly store: Store;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly done: (bytes: number) => void;
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

/**
 * @param check looks at what is in the file, once, before anything believes it; throws `DamagedSegmentError`
 */
async function fetchFile(
  { store, signal, done }: Fetching,
  object: StoredObject,
  path: string,
  check: (path: string) => Promise<void>,
): Promise<void> {
  const here = await sizeOf(path);
  if (here === object.bytes) return done(here);
  const part = `${path}${PART}`;
  const file = await open(part, 'a+', OWN_FILE);
  try {
    const first = await soundPieces(file, object);
    await file.truncate(first * libraryLimits.chunkBytes);
    done(first * libraryLimits.chunkBytes);
    for (let number = first; number < object.chunks.length; number++) {
      let told = 0;
      const arrived = (more: number) => {
        told += more;
        done(more);
      };
      const bytes = await fetchChunk(store, object, number, { signal, arrived });
      signal.throwIfAborted();
      await file.appendFile(bytes);
      done(bytes.length - told);
    }
    await file.sync();
  } catch (error) {
    // The room was looked at before; others use the disk, too.
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new StoreError(noRoom(store.target, object.bytes));
    throw error;
  } finally {
    await file.close();
  }
  try {
    await check(part);
  } catch (error) {
    if (!(error instanceof DamagedSegmentError)) throw error;
    throw new UnsoundError(storeErrors.unsound(store.target, object.chunks[0] ?? '', error.section).told);
  }
  await replaceFile(part, path);
}

/** How many whole pieces of an object a file begins with. What was written last may be torn, or what the disk has made of it. */
async function soundPieces(file: FileHandle, { bytes, chunks }: StoredObject): Promise<number> {
  let sound = 0;
  for await (const piece of fileChunks(file)) {
    if (piece.length !== chunkLength(bytes, sound) || nameOf(piece) !== chunks[sound]) break;
    sound++;
  }
  // The last piece of an object may be shorter: it is fetched again, so that pieces begin where they should.
  return Math.min(sound, Math.floor(bytes / libraryLimits.chunkBytes));
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

/** A piece of 8 MiB. One that is not what its name says is refused: whoever keeps the store may be mistaken, or worse. */
export async function fetchChunk(
  store: Store,
  object: StoredObject,
  number: number,
  receiving: Receiving = {},
): Promise<Uint8Array> {
  const name = object.chunks[number]!;
  const length = chunkLength(object.bytes, number);
  const bytes = await store.readObject(name, length, receiving);
  if (!bytes) throw storeErrors.missing(store.target, name);
  if (bytes.length !== length || nameOf(bytes) !== name) throw storeErrors.wrong(store.target, name);
  return bytes;
}

/** What a disk must keep free beside a replica. */
const SPARE_BYTES = 1 << 30;

async function checkRoom(folder: string, library: Library, target: string): Promise<void> {
  const wanted = await wantedBeyondRoom(folder, library);
  if (wanted > 0) throw new StoreError(noRoom(target, wanted));
}

/** Bytes of a replica that are still to come, where there is no room for them on the disk; else 0. */
export async function wantedBeyondRoom(folder: string, library: Library): Promise<number> {
  const sizes = await Promise.all(
    library.collections.flatMap(({ segments }) =>
      segments.map(async segment => {
        const here = await sizeOf(segmentPath(folder, segmentId(segment)));
        const frames = segment.frames.reduce((sum, { bytes }) => sum + bytes, 0);
        return here === segment.bytes ? 0 : segment.bytes + frames;
      }),
    ),
  );
  const wanted = sizes.reduce((sum, bytes) => sum + bytes, 0);
  const disk = await statfs(folder).catch(() => null);
  return disk && wanted > 0 && wanted + SPARE_BYTES > disk.bavail * disk.bsize ? wanted : 0;
}

const sizeOf = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

const noRoom = (target: string, bytes: number) => ({
  zh: `磁盘空间不够：资料库 ${target} 还需要 ${Math.ceil(bytes / 1e6)} MB。`,
  en: `Not enough room on the disk: the library ${target} needs ${Math.ceil(bytes / 1e6)} MB more.`,
});
