import type { Format } from '../format';
import { limits } from '../limits';
import { chunkText } from './docxChunk';
import { chunksOf, docxText, openDocx } from './docxDocument';

/** Word's .docx: the paragraphs of the main text with the numbers Word counts by itself; one article a file. */
export const docx: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const document = openDocx(await source.bytes(maxFileBytes), source.path);
    const chunks = new Map<string, string[]>();
    for (const [id, name] of chunksOf(document)) {
      const text = await chunkText(`${source.path}/${name}`, document.parts.get(name)!);
      chunks.set(id, text.split('\n'));
    }
    yield { entry: 0, raw: { text: docxText(document, chunks) } };
  },
};
