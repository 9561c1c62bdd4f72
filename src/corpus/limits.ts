/**
 * How long and how much the builder reads and works before it gives a file or an article up. What a format may expand to stands in
 * `formats/limits.ts`, what the engine looks at in one step in `engine/limits.ts`, what a message holds in `server/protocol/limits.ts`.
 */
export const corpusLimits = {
  /** A file may have grown by so much since it was listed. One that goes on growing is being written, or never ends. Bytes. */
  growthBytes: 16 * 1024 * 1024,
  /** So long nothing comes: a network drive that does not answer. Milliseconds. */
  stalledReadMs: 20_000,
  /** A file that comes more slowly than this for minutes is given up: a network drive that is as good as gone. Bytes a second. */
  slowestBytesPerSecond: 64 * 1024,
  /** One article takes so long to be read and cleaned. Milliseconds. */
  articleMs: 60_000,
  /** Another program converts one file within so long; shorter than `articleMs`, which goes on meanwhile. Milliseconds. */
  converterMs: 45_000,
  /** Mining one article takes so long; a speech takes some milliseconds. Milliseconds. */
  minedArticleMs: 20_000,
  /** An article of more paragraphs is a list of words, and not mined: each paragraph is some objects until its article is done. */
  minedParagraphs: 50_000,
  /** A longer article is mined in a thread, which can be stopped. UTF-16 code units. */
  minedAtOnceUtf16: 30_000,
  /** Articles of one block of frames that are given up before the block is. */
  givenUpArticles: 3,
  /**
   * Paragraphs of a draft that is exported or copied with its type: the library writes a document in one go, at about 25 µs each, while
   * no list opens; for the clipboard each takes a kilobyte. A book has as many.
   */
  exportedParagraphs: 5_000,
  /** Paragraphs of a draft of which a part is copied with its type: what each is, the whole draft says. Some 500 bytes each. */
  laidOutParagraphs: 20_000,
  /** A list of wordings to avoid: nobody writes more by hand. Bytes, and rows. */
  termListBytes: 2 << 20,
  termListRows: 20_000,
  /** How often the builder looks whether whoever started it is still there. Milliseconds. */
  parentLookMs: 500,
} as const;
