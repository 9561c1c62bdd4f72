import type { Segment } from '../segment';
import { type Place, placeOf } from './blindSearch';
import type { SuffixRange } from './prefixTable';

/** Where a text would stand among the sorted suffixes, and what its neighbours have in common with it. */
export interface SortedIn extends Place {
  /** The suffixes [lo, hi) begin with its first two code units; `rank` is the first of them that is not below it. */
  readonly lo: number;
  readonly hi: number;
}

/**
 * Finds the place of text[from, end), of two code units at least, by one search; null: its first two occur nowhere.
 *
 * @param range of the suffixes that begin with those two; by default it is looked up
 */
export function sortedIn(
  segment: Segment,
  text: string,
  from: number,
  end: number,
  range: SuffixRange = segment.pairRange(text.charCodeAt(from), text.charCodeAt(from + 1)),
): SortedIn | null {
  const { lo, hi } = range;
  if (lo >= hi) return null;
  const { rank, below, above } = placeOf(segment, lo, hi, { text, from, end });
  return { lo, hi, rank, below, above };
}
