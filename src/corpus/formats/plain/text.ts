import type { Format } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';
import { isMarkdown, readMarkdown } from './markdown';

/** Plain text in any encoding `decodeText` knows, with the markup of Markdown or without; one article a file. */
export const text: Format = {
  isText: true,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const { text } = decodeFile(source.path, await source.bytes(maxFileBytes));
    yield { entry: 0, raw: isMarkdown(text) ? readMarkdown(text) : { text } };
  },
};
