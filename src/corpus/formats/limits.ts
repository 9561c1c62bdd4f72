const MiB = 1024 * 1024;

/** What is read at most; beyond it a file is refused, so that one bad file cannot stop a build. */
export const limits = {
  /** Size of a single document (text, Markdown, web page, Word, PDF). */
  documentBytes: 64 * MiB,
  /** Size of a .jsonl or .jsonl.gz as it lies on disk. */
  collectionBytes: 1024 * MiB,
  /** What a .jsonl.gz may expand to. */
  expandedCollectionBytes: 8192 * MiB,
  /** One line of a collection, in UTF-16 code units; a longer one is skipped and reported. */
  collectionLineUtf16: 16 * MiB,
  /** What any one part of a docx, odt or epub may expand to, counted while it expands. */
  partBytes: 128 * MiB,
  /** What all the wanted parts of a docx, odt or epub may expand to together: sixty small ones are as large as a large one. */
  expandedDocumentBytes: 192 * MiB,
  /** A list number beyond it is written in digits: in letters a thousand million would be a text of its own. */
  listNumber: 9_999,
  /** Files within a docx, odt or epub. */
  parts: 10_000,
  /** Size of a .zip as it lies on disk: it is held in memory. */
  archiveBytes: 256 * MiB,
  /** Files within a .zip. */
  archiveMembers: 20_000,
  /** What all the files of a .zip may expand to together. */
  expandedArchiveBytes: 1024 * MiB,
  /** A file of a .zip that expands to more than this many times its size, and to more than a MiB, is refused. */
  archiveRatio: 250,
  /** A .zip within a .zip is read, one within that is not. */
  archiveDepth: 2,
  /** Pages of a PDF; what comes after is not read, and said so. */
  pdfPages: 3_000,
  /** Pieces of text on one page of a PDF; a page of more is a drawing. */
  pdfPageItems: 100_000,
  /** What one stream of a PDF may expand to; one that expands to more is a bomb, and holds nothing. */
  pdfStreamBytes: 256 * MiB,
  /** Elements within elements of a web page; a page of a program goes far less deep. Tags beyond are left out, their text is not. */
  pageDepth: 256,
  /** Lines of one document or of a row of a table: a list of words or data has more, a book of speeches a tenth. */
  articleLines: 300_000,
  /** Groups within groups of an RTF. */
  rtfDepth: 2_000,
} as const;
