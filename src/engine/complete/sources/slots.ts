/** The counters of a trie node: one for each context length of each source. */
export const CORPUS_SLOTS = 9;
/** Draft contexts of 1 to 7 characters. */
export const DRAFT_LONGEST = 7;
/** Contexts of 2 to 7 characters in the articles most like the draft. */
export const FOCUS_SHORTEST = 2;
export const FOCUS_LONGEST = 7;

export const DRAFT_SLOT = CORPUS_SLOTS - 1; // slot of context length k is DRAFT_SLOT + k
export const FOCUS_SLOT = DRAFT_SLOT + DRAFT_LONGEST - 1; // likewise, from k = FOCUS_SHORTEST
export const SLOTS = FOCUS_SLOT + FOCUS_LONGEST + 1;

/** No continuation is longer, in code units. */
export const LONGEST_CONTINUATION = 16;

/** How far a continuation is followed: after a short context what comes late is chance. */
export const reachAfter = (contextLength: number): number => Math.min(LONGEST_CONTINUATION, 4 + 2 * contextLength);
