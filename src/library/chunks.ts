import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { libraryLimits } from './limits';

/** What an object with these bytes is called. */
export const nameOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The pieces of a file, in the order they stand in; one at a time is in memory. */
export async function* fileChunks(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ; ) {
    const buffer = Buffer.allocUnsafe(libraryLimits.chunkBytes);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length, at + length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > 0) yield buffer.subarray(0, length);
    if (length < buffer.length) return;
    at += length;
  }
}

/** The pieces of what is in memory. */
export function* memoryChunks(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += libraryLimits.chunkBytes)
    yield bytes.subarray(at, at + libraryLimits.chunkBytes);
}

/** How long piece `number` of an object is. */
export function chunkLength(bytes: number, number: number): number {
  return Math.min(libraryLimits.chunkBytes, bytes - number * libraryLimits.chunkBytes);
}
