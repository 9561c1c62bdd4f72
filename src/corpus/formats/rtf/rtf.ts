import type { Format } from '../format';
import { limits } from '../limits';
import { UnreadableFileError } from '../unreadableFile';
import { rtfText } from './rtfText';

/** Rich text (.rtf, and many a .doc that is one): main text, without notes, headers and hidden text. */
export const rtf: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const text = rtfText(await source.bytes(maxFileBytes));
    if (text === null) {
      throw new UnreadableFileError(source.path, {
        kind: 'damaged',
        zh: 'RTF 文件已损坏（括号层数过深），请在 Word 或 WPS 中打开并另存',
        en: 'the RTF file is damaged (groups nested too deep): open it in Word and save it again',
      });
    }
    yield { entry: 0, raw: { text } };
  },
};
