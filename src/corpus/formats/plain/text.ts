import type { Format } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';

/** Plain text in any encoding `decodeText` knows; one article a file. */
export const text: Format = {
  isText: true,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    yield { entry: 0, raw: { text: decodeFile(source.path, bytes).text } };
  },
};
