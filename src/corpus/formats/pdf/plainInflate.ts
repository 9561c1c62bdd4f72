import { inflateSync } from 'node:zlib';
import { limits } from '../limits';

/**
 * Stands in for `DecompressionStream` where pdf.js asks for it. A page has hundreds of streams of a few hundred bytes, and
 * for each of them a stream of Node costs many times what unpacking it costs. One that is damaged fails, as the real one
 * does, and the library reads it as far as it goes.
 */
export class PlainInflate {
  readonly #bytes: Uint8Array[] = [];

  readonly writable = {
    getWriter: () => ({
      ready: undefined,
      write: async (bytes: Uint8Array) => {
        this.#bytes.push(bytes);
      },
      close: async () => undefined,
    }),
  };

  readonly readable = {
    [Symbol.asyncIterator]: async function* (this: PlainInflate) {
      yield inflated(Buffer.concat(this.#bytes));
    }.bind(this),
  };
}

function inflated(bytes: Buffer): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength: limits.pdfStreamBytes });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return new Uint8Array();
    throw error;
  }
}
