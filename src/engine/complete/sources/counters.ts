/**
 * The counters of a trie node: one for each context of each source. The corpus has one for each of its contexts, in their
 * order; a short text that is searched as it is has one for each length of context.
 */
export const CORPUS_COUNTERS = 9;

/** The counters of a short text: that of a context of k characters is at `base + k`, shortest <= k <= longest. */
export interface TextCounters {
  readonly base: number;
  readonly shortest: number;
  readonly longest: number;
}

/** Counters for contexts of `shortest` to `longest` characters, behind those of `previous`, or of the corpus. */
const textCounters = (shortest: number, longest: number, previous?: TextCounters): TextCounters => ({
  base: (previous ? previous.base + previous.longest + 1 : CORPUS_COUNTERS) - shortest,
  shortest,
  longest,
});

/** Counters of what follows in the draft itself. */
export const DRAFT = textCounters(1, 7);
/** Counters of what follows in the articles most like the draft. */
export const FOCUS = textCounters(2, 7, DRAFT);
/** How many counters a node has. */
export const COUNTERS = FOCUS.base + FOCUS.longest + 1;

/** No continuation is longer, in UTF-16 code units. */
export const LONGEST_CONTINUATION = 16;

/** How far a continuation is followed: after a short context what comes late is chance. */
export const reachAfter = (contextLength: number): number => Math.min(LONGEST_CONTINUATION, 4 + 2 * contextLength);
