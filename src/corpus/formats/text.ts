import type { Format } from './format';
import { limits } from './limits';
import { decodeFile, readBytes } from './readBytes';

/** Plain text in any encoding `decodeText` knows; one article a file. */
export const text: Format = {
  isText: true,
  isCollection: false,
  async *read({ path, maxFileBytes = limits.documentBytes }) {
    const bytes = await readBytes(path, maxFileBytes);
    yield { entry: 0, raw: { text: decodeFile(path, bytes).text } };
  },
};
