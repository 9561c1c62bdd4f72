import { type FileHandle, open } from 'node:fs/promises';
import { OWN_FILE, replaceFile } from '../../corpus/storage/writeAtomic';
import { DamagedSegmentError } from '../../engine/index/columns/segmentCodec';
import { chunkLength, fileChunks, nameOf } from '../chunks';
import type { StoredObject } from '../library';
import { libraryLimits } from '../limits';
import { type Receiving, type Store, StoreError, storeErrors } from '../store/store';
import { noRoom, sizeOf } from './diskRoom';

/** The bytes are those that the publisher has promised, and no index: to fetch them again would not help. */
export class UnsoundError extends StoreError {
  override readonly name = 'UnsoundError';
  /** Version of the manifest that promised them. */
  version = '';
}

/** Not `.tmp`, which the next build of anybody would sweep away. */
export const PART = '.part';

/** What is fetched from where, into what; and who is told of every byte. */
export interface Fetching {
  readonly store: Store;
  readonly folder: string;
  readonly signal: AbortSignal;
  readonly done: (bytes: number) => void;
}

/**
 * Makes a file what an object of the store is; broken off, it goes on behind the last piece.
 *
 * @param check looks at what is in the file, once, before anything believes it; throws `DamagedSegmentError`
 */
export async function fetchFile(
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
