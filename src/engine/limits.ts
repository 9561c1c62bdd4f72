/**
 * How much of a text the engine looks at in one step, so that no text can stop it. Lengths are UTF-16 code units. What the reading of
 * files is limited to stands in `corpus/limits.ts`, what a message may hold in `server/protocol/limits.ts`.
 */
export const engineLimits = {
  /**
   * A longer article is taken as several: a collected works has as much, a speech a hundredth. An article is cut into words, mined and
   * compared as a whole, and each takes time and memory by its length.
   */
  articleUtf16: 1_000_000,
  /** The language's own segmenter gets so much at once: its time and memory grow with the square of an unbroken run. */
  segmenterPiece: 200,
  /** A query is a phrase or a few words: of a longer one (Select All, Look Up) this much is looked for. */
  query: 500,
  /** Parts within parts of an outline: a text may announce a list in every line of another (一是：一是：…), no speech goes deeper than six. */
  outlineDepth: 16,
  /**
   * Numbers of a text that are read: a draft has dozens, the longest book a few thousand. Each costs some 600 bytes until the request is
   * answered; what is behind them counts as text without numbers, and the writer is told.
   */
  outlineMarkers: 10_000,
  /** A text of more lines is no draft, and not checked: each costs some 100 bytes, blank or not, in every list that is made of them. */
  checkedLines: 20_000,
  /** Numbers and contents of longer drafts are not checked: what is looked for is compared with all before it. */
  numberedDraft: 500_000,
  checkedDraft: 300_000,
  /** A line that is longer is no paragraph of a draft, and not checked: a rule looks at a line in one go. */
  checkedLine: 20_000,
  /** Problems that one rule tells of one draft. A draft with more is none, and each takes a message to the editor. */
  problems: 1_000,
} as const;
