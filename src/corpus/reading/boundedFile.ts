import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { corpusLimits } from '../limits';

/** A read that brought nothing for too long. */
export class StalledReadError extends Error {
  override readonly name = 'StalledReadError';
}
/** What has a file's name is none: a pipe, a socket, a device. */
export class NoFileError extends Error {
  override readonly name = 'NoFileError';
}

const CHUNK = 1 << 20;

/** How patiently a file is read, and the door to it: tests put one in place behind which nothing comes, or a little now and then. */
export interface Reading {
  /** Milliseconds without a byte. */
  readonly stalledMs?: number;
  readonly open?: (path: string, stalledMs: number) => Promise<Pick<FileHandle, 'read' | 'close'>>;
  /** Milliseconds. */
  readonly now?: () => number;
}

/**
 * The bytes of a regular file piece by piece: what was read counts, not what the file system says of its size. Opening waits for
 * nobody, as opening a pipe would; a read that brings nothing for `stalledMs` ends, and so does a file that only drips: the time
 * its reads take together is limited by how much they have brought.
 *
 * Throws `NoFileError`, `StalledReadError`, what the file system throws, and what `beyond` gives where there are more than `maxBytes`.
 *
 * @example for await (const piece of boundedPieces('/稿/讲话.txt', 1 << 20, () => new Error('too large'))) …
 */
export async function* boundedPieces(
  path: string,
  maxBytes: number,
  beyond: (bytes: number) => Error,
  { stalledMs = corpusLimits.stalledReadMs, open = openRegular, now = () => performance.now() }: Reading = {},
): AsyncGenerator<Buffer> {
  const file = await open(path, stalledMs);
  let isStalled = false;
  let readingMs = 0;
  try {
    for (let at = 0; ; ) {
      const buffer = Buffer.allocUnsafe(Math.min(CHUNK, maxBytes - at + 1));
      const since = now();
      const { bytesRead } = await within(stalledMs, file.read(buffer, 0, buffer.length, at)).catch(error => {
        isStalled = error instanceof StalledReadError;
        throw error;
      });
      if (bytesRead === 0) return;
      readingMs += now() - since;
      if (readingMs > 3 * stalledMs + (at / corpusLimits.slowestBytesPerSecond) * 1000) throw new StalledReadError();
      at += bytesRead;
      if (at > maxBytes) throw beyond(at);
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    // Closing waits for the read: a stalled one is left behind.
    if (isStalled) file.close().catch(() => undefined);
    else await file.close();
  }
}

/** All of them together. Throws what `boundedPieces` throws. */
export async function boundedBytes(
  path: string,
  maxBytes: number,
  beyond: (bytes: number) => Error,
  reading: Reading = {},
): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of boundedPieces(path, maxBytes, beyond, reading)) pieces.push(piece);
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

/** A regular file, opened for reading. Throws `NoFileError`, `StalledReadError` and what the file system throws. */
export async function openRegular(path: string, stalledMs: number = corpusLimits.stalledReadMs): Promise<FileHandle> {
  // Windows has no such flag, and no pipes in folders.
  const opening = open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const file = await within(stalledMs, opening).catch(error => {
    if (error instanceof StalledReadError) opening.then(late => late.close()).catch(() => undefined);
    throw error;
  });
  const found = await file.stat();
  if (found.isFile()) return file;
  await file.close();
  throw found.isDirectory() ? Object.assign(new Error('EISDIR'), { code: 'EISDIR' }) : new NoFileError();
}

/** What a promise gives, or `StalledReadError` after so long. */
export function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new StalledReadError()), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
