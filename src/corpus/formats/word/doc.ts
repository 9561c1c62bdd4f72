import type { Format } from '../format';
import { limits } from '../limits';
import { rowText } from '../tableRow';
import { type Reason, UnreadableFileError } from '../unreadableFile';
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
    zh: '文件里没有 Word 正文，请在生成它的程序中打开并另存为 .docx',
    en: 'the file holds no Word text: open it in the program it comes from and save it as .docx',
  },
};
const DAMAGED: Reason = {
  kind: 'damaged',
  zh: 'Word 文件已损坏，请在 Word 或 WPS 中打开并另存为 .docx',
  en: 'the Word file is damaged: open it in Word and save it as .docx',
};

/** Word 97–2003 and WPS (.doc, .dot, .wps, .wpt): main text and text boxes, without notes, comments, headers. */
export const doc: Format = {
  isText: false,
  isCollection: false,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const bytes = await source.bytes(maxFileBytes);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const kind = oleKind(buffer);
    if (kind !== 'word') throw new UnreadableFileError(source.path, REFUSED[kind]);
    const { default: WordExtractor } = await import('word-extractor');
    const document = await new WordExtractor().extract(buffer).catch((cause: unknown) => {
      throw new UnreadableFileError(source.path, DAMAGED, { cause });
    });
    const { getBody, getTextboxes } = document as unknown as WordDocument;
    const options = { filterUnicode: false, includeHeadersAndFooters: false };
    const text = `${getBody.call(document, options)}\n${getTextboxes.call(document, options)}`;
    yield { entry: 0, raw: { text: docText(text) } };
  },
};

/** What the library's own types leave out. Without `filterUnicode: false` Chinese quotation marks become ASCII. */
interface WordDocument {
  getBody(options: { filterUnicode: boolean }): string;
  getTextboxes(options: { filterUnicode: boolean; includeHeadersAndFooters: boolean }): string;
}

/** Without the marks Word keeps among the text: hyphens that show only at a line end, hard blanks, pictures. */
function docText(body: string): string {
  return body
    .replaceAll('\u001e', '-')
    .replace(/[^\P{Cc}\t\n\r\v\f]|\u00ad/gu, '')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .flatMap(line => (ROW.test(line) ? rowText(line.split('\t').map(cell => [cell])) : [line]))
    .join('\n');
}

/** Every cell of a table ends in a tab, the last too. */
const ROW = /\S[^\S\t]*\t$/;
