import type { Reason } from './unreadableFile';

/** Why a file of a kind that is not read is left out, and what to do with it. */
export const REFUSALS = {
  archive: {
    kind: 'archive',
    zh: '不能读取这种压缩包，请解压后放入语料文件夹，或改用 zip',
    en: 'archives of this kind are not read: unpack it into the corpus folder, or use zip',
  },
  workbook: {
    kind: 'unsupported',
    zh: '这是电子表格；如每行一篇文章，请另存为 CSV，首行写上列名（标题、正文、作者、日期）',
    en: 'a workbook: if it holds an article a row, save it as CSV with the names of the columns in its first line',
  },
  slides: {
    kind: 'unsupported',
    zh: '这是演示文稿，请把文字另存为 Word 或文本文件',
    en: 'a slide show: save its text as a Word or text file',
  },
  ofd: {
    kind: 'unsupported',
    zh: '暂不支持 OFD，请用 OFD 阅读器或 WPS 转换为 PDF 或 Word 文件',
    en: 'OFD is not read: convert it to PDF or Word with an OFD reader',
  },
  pages: {
    kind: 'unsupported',
    converts: true,
    zh: '这是 Pages 文稿，请在 Pages 中导出为 Word 或 PDF',
    en: 'a Pages document: export it from Pages as Word or PDF',
  },
  xps: {
    kind: 'unsupported',
    zh: '暂不支持 XPS，请另存为 PDF 或 Word 文件',
    en: 'XPS is not read: save it as PDF or Word',
  },
  caj: {
    kind: 'unsupported',
    zh: '暂不支持 CAJ，请在 CAJViewer 中另存为 PDF 或文本',
    en: 'CAJ is not read: save it as PDF or text from CAJViewer',
  },
  oldWord: {
    kind: 'unsupported',
    converts: true,
    zh: '这是很早的 Word 或写字板文件，请在 Word 或 WPS 中打开并另存为 .docx',
    en: 'a very old Word or Write file: open it in Word and save it as .docx',
  },
  picture: {
    kind: 'picture',
    zh: '这是图片，不是文本；如是扫描的文稿，请先识别成文字',
    en: 'a picture, not text: if it is a scan, turn it into text first',
  },
  media: { kind: 'media', zh: '这是音频或视频，不是文本', en: 'sound or video, not text' },
  program: {
    kind: 'program',
    zh: '这是程序，不是文本，请移出语料文件夹',
    en: 'a program, not text: move it elsewhere',
  },
  binary: {
    kind: 'unsupported',
    zh: '这是二进制数据，不是文本；如是文稿，请在生成它的程序中另存为 Word、PDF 或文本文件',
    en: 'this is binary data, not text: if it is a document, save it as Word, PDF or text from its program',
  },
  notAsNamed: {
    kind: 'damaged',
    zh: '内容与扩展名不符，文件可能已损坏；请用能打开它的程序另存',
    en: 'the content is not what the name says, the file may be damaged: save it again from a program that opens it',
  },
  empty: {
    kind: 'empty',
    zh: '文件是空的，请补上正文，或移出语料文件夹',
    en: 'the file is empty: add some text, or move it elsewhere',
  },
  unknown: {
    kind: 'unsupported',
    zh: '不支持这种文件；如是文本，请把扩展名改为 .txt，其他请另存为 Word、PDF 或文本文件',
    en: 'files of this kind are not supported: rename a text to .txt, save others as Word, PDF or text',
  },
} as const satisfies Readonly<Record<string, Reason>>;
