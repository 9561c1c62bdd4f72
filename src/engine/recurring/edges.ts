/** Page furniture stands before so many paragraphs of an article have begun… */
const HEAD = 4;
/** …or after all but so many have ended. */
const FOOT = 6;

/**
 * Is paragraph `at` of `count` at the head or at the foot of its article? Of what was taken out before, `taken` stood there
 * already, so that an article has the same edges before and after.
 */
export function isEdge(at: number, count: number, taken: Taken): boolean {
  return at < HEAD - taken.head || at >= count - (FOOT - taken.foot);
}

/** How many paragraphs have been taken out of an article at its head and at its foot. */
export interface Taken {
  readonly head: number;
  readonly foot: number;
}

/** At which end of its article a paragraph at an edge stands; the nearer one where it is at both. */
export function endOf(at: number, count: number): keyof Taken {
  return at < HEAD && at < count - at - 1 ? 'head' : 'foot';
}
