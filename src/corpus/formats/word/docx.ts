import { unzipParts } from '../archive/unzipParts';
import type { Format } from '../format';
import { limits } from '../limits';
import { UnreadableFileError } from '../unreadableFile';
import { readNumbering } from './docxNumbering';
import { docxParagraphs } from './docxParagraphs';
import { readStyleNumbering } from './docxStyles';

const PARTS = /^(?:\/?word\/)?(?:document\d*|numbering|styles)\.xml$/;

/** Word's .docx: the paragraphs of the main text with the numbers Word counts by itself; one article a file. */
export const docx: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    yield { entry: 0, raw: { text: readDocx(bytes, source.path) } };
  },
};

/** The text of a document, one paragraph a line. @throws {UnreadableFileError} */
export function readDocx(bytes: Uint8Array, path: string): string {
  const parts = unzipParts(path, bytes, name => PARTS.test(name));
  const part = (name: RegExp) => {
    const found = [...parts].find(([key]) => name.test(key))?.[1];
    return found ? new TextDecoder().decode(found) : '';
  };
  const document = part(/document\d*\.xml$/);
  if (document === '') {
    throw new UnreadableFileError(path, {
      zh: '文件里没有 Word 正文，可能不是 .docx 或已损坏；请在 Word 中打开并另存',
      en: 'the file holds no Word text; it may be no .docx, or damaged: open it in Word and save it again',
    });
  }
  const numbering = readNumbering(part(/numbering\.xml$/));
  const styles = readStyleNumbering(part(/styles\.xml$/));
  return docxParagraphs(document, numbering, styles).join('\n');
}
