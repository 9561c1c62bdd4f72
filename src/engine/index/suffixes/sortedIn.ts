import type { Segment } from '../segment';
import { between } from './suffixRange';

/** What all suffixes of the range have in common with the text. */
const PAIR = 2;

/** Where a text would stand among the sorted suffixes, and what its neighbours have in common with it. */
export interface SortedIn {
  /** The suffixes [lo, hi) begin with its first two code units; `rank` is the first of them that is not below it. */
  readonly lo: number;
  readonly hi: number;
  readonly rank: number;
  /** Code units in common with the suffix before that rank, and with the one at it; -1 where it is not in the range. */
  readonly below: number;
  readonly above: number;
}

/** Finds the place of text[from, end), of two code units at least, by one binary search; null: its first two occur nowhere. */
export function sortedIn(segment: Segment, text: string, from: number, end: number): SortedIn | null {
  const { lo, hi } = segment.pairRange(text.charCodeAt(from), text.charCodeAt(from + 1));
  if (lo >= hi) return null;
  let [low, high] = [lo, hi];
  let [below, above] = [-1, -1];
  while (low < high) {
    const middle = between(low, high);
    // What both ends have in common with the text, all between them have, too (Manber, Myers 1990).
    const position = segment.suffixAt(middle);
    const common = commonLength(segment, position, text, from, end, Math.max(PAIR, Math.min(below, above)));
    if (from + common < end && segment.codeAt(position + common) < text.charCodeAt(from + common)) {
      low = middle + 1;
      below = common;
    } else {
      high = middle;
      above = common;
    }
  }
  return { lo, hi, rank: low, below, above };
}

/** How many code units of text[from, end) agree with the suffix at a position; the first `known` do. */
export function commonLength(
  segment: Segment,
  position: number,
  text: string,
  from: number,
  end: number,
  known = PAIR,
): number {
  const most = end - from;
  let common = known;
  while (common < most && segment.codeAt(position + common) === text.charCodeAt(from + common)) common++;
  return common;
}
