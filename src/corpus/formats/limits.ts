const MiB = 1024 * 1024;

/** What is read at most; beyond it a file is refused, so that one bad file cannot stop a build. */
export const limits = {
  /** Size of a single document (text, Markdown, web page, docx). */
  documentBytes: 64 * MiB,
  /** Size of a .jsonl or .jsonl.gz as it lies on disk. */
  collectionBytes: 1024 * MiB,
  /** What a .jsonl.gz may expand to. */
  expandedCollectionBytes: 8192 * MiB,
  /** One line of a collection, in UTF-16 code units; a longer one is skipped and reported. */
  collectionLineUtf16: 16 * MiB,
  /** What any one part of a docx may expand to, counted while it expands. */
  docxPartBytes: 128 * MiB,
  /** Files within a docx. */
  docxEntries: 10_000,
} as const;
