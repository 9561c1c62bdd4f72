import type { Format } from '../format';
import { limits } from '../limits';
import { type Reason, UnreadableFileError } from '../unreadableFile';
import { openCompoundFile } from './binary/compoundFile';
import { openDocFile } from './binary/docFile';
import { docParagraphs } from './binary/docParagraphs';
import { type OleKind, oleKind } from './oleKind';

/** Why a file of the old container gives no text. */
const REFUSED: Readonly<Record<Exclude<OleKind, 'word'>, Reason>> = {
  encrypted: {
    kind: 'encrypted',
    zh: '文件加了密码，请在 Word 或 WPS 中去掉密码后另存',
    en: 'the file has a password: remove it in Word and save the file again',
  },
  oldWord: {
    kind: 'unsupported',
    converts: true,
    zh: '这是 Word 6/95 或更早的文件，请在 Word 或 WPS 中打开并另存为 .docx',
    en: 'a file of Word 6/95 or older: open it in Word and save it as .docx',
  },
  workbook: {
    kind: 'unsupported',
    zh: '这是 Excel 表格；请把要用的内容另存为 CSV 或 Word 文件',
    en: 'an Excel workbook: save what is needed of it as CSV or as a Word file',
  },
  slides: {
    kind: 'unsupported',
    zh: '这是演示文稿，请把文字另存为 Word 或文本文件',
    en: 'a slide show: save its text as a Word or text file',
  },
  mail: {
    kind: 'unsupported',
    zh: '这是 Outlook 邮件，请把正文另存为文本或网页',
    en: 'an Outlook message: save it as text or as a web page',
  },
  other: {
    kind: 'unsupported',
    converts: true,
    zh: '文件里没有 Word 正文，请在生成它的程序中打开并另存为 .docx',
    en: 'the file holds no Word text: open it in the program it comes from and save it as .docx',
  },
};
const DAMAGED: Reason = {
  kind: 'damaged',
  converts: true,
  zh: 'Word 文件已损坏，请在 Word 或 WPS 中打开并另存为 .docx',
  en: 'the Word file is damaged: open it in Word and save it as .docx',
};

/** Word 97–2003 and WPS (.doc, .dot, .wps, .wpt): main text and text boxes, without notes, comments, headers. */
export const doc: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    const container = openCompoundFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!container) throw new UnreadableFileError(source.path, DAMAGED);
    const kind = oleKind(container);
    if (kind !== 'word') throw new UnreadableFileError(source.path, REFUSED[kind]);
    const file = openDocFile(container);
    const paragraphs = file && docParagraphs(file);
    if (!paragraphs) throw new UnreadableFileError(source.path, DAMAGED);
    yield { entry: 0, raw: { text: paragraphs.join('\n') } };
  },
};
