/**
 * How much one message may hold. Beyond it a message is refused at the door by the name of the field; texts that a writer may well
 * select by mistake (all of a draft, to look it up) are cut instead. Lengths are UTF-16 code units.
 */
export const messageLimits = {
  /** A path or an address: no system takes longer ones. */
  path: 32_768,
  /** What is looked up: a phrase or a few words. Cut. */
  words: 500,
  /** A text to be made a frame: the longest that is looked through for parallel members before others feel it. The client takes no more. */
  frameText: 5_000,
  /** A name that is typed. */
  name: 500,
  /** The wording of a passage: a sentence, or what an editor selects of one. */
  passage: 20_000,
  /** A line of a file of the corpus. */
  line: 20_000,
  /** The line around a wording. Cut. */
  paragraph: 100_000,
  /** One paragraph whose words are told, and how many in one question; the client asks for no longer ones. */
  wordsParagraph: 10_000,
  paragraphs: 20,
  /** Places in one request: cursors, selections, slots. */
  places: 10_000,
  /** Folders, patterns, frame files, pinned articles: lists that somebody has made by hand. */
  listed: 10_000,
  /** Problems that an editor sends along with a request for fixes: those of one line, mostly. */
  diagnostics: 1_000,
  /** The text of a document: an editor of any kind is slow with it before we are. */
  document: 20_000_000,
} as const;
