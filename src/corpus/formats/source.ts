import { corpusLimits } from '../limits';
import { boundedBytes, boundedPieces, openRegular, within } from '../reading/boundedFile';
import { checkSize, systemError, tooLarge } from './readBytes';
import { UnreadableFileError } from './unreadableFile';

/** What a format reads: a file, or a member of an archive. All but `path` throw `UnreadableFileError` and nothing else. */
export interface Source {
  /** Absolute path of the file, or of the archive with the name within: `…/稿件.zip/2019/报告.doc`. */
  readonly path: string;
  /** Bytes [start, end); fewer where the file ends before. A negative `start` counts from its end. */
  range(start: number, end?: number): Promise<Uint8Array>;
  /** Everything, if it is not larger than `maxBytes`. */
  bytes(maxBytes: number): Promise<Uint8Array>;
  /** Everything piece by piece, if it is not larger than `maxBytes`. */
  stream(maxBytes: number): AsyncIterable<Buffer>;
}

/** A file on disk. */
export function fileSource(path: string): Source {
  return {
    path,
    async range(start, end) {
      const file = await openRegular(path).catch(error => Promise.reject(systemError(path, error)));
      try {
        const { size } = await file.stat();
        const from = start < 0 ? Math.max(size + start, 0) : Math.min(start, size);
        const buffer = Buffer.alloc(Math.max(Math.min(end ?? size, size) - from, 0));
        const { bytesRead } = await within(corpusLimits.stalledReadMs, file.read(buffer, 0, buffer.length, from));
        return buffer.subarray(0, bytesRead);
      } catch (error) {
        throw systemError(path, error);
      } finally {
        // Not waited for: a stalled read would hang here too.
        file.close().catch(() => undefined);
      }
    },
    async bytes(maxBytes) {
      await checkSize(path, maxBytes);
      return boundedBytes(path, maxBytes, size => tooLarge(path, size, maxBytes)).catch(error =>
        Promise.reject(systemError(path, error)),
      );
    },
    async *stream(maxBytes) {
      await checkSize(path, maxBytes);
      try {
        yield* boundedPieces(path, maxBytes, size => tooLarge(path, size, maxBytes));
      } catch (error) {
        throw error instanceof UnreadableFileError ? error : systemError(path, error);
      }
    },
  };
}

/** Bytes in memory: a member of an archive. Their number was limited when they were expanded. */
export function memorySource(path: string, bytes: Uint8Array): Source {
  return {
    path,
    range: async (start, end) => bytes.subarray(start, end),
    bytes: async () => bytes,
    async *stream() {
      yield Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}
