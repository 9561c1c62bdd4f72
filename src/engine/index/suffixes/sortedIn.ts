import type { Segment } from '../segment';
import { type Place, placeOf } from './blindSearch';

/** Where a text would stand among the sorted suffixes, and what its neighbours have in common with it. */
export interface SortedIn extends Place {
  /** The suffixes [lo, hi) begin with its first two code units; `rank` is the first of them that is not below it. */
  readonly lo: number;
  readonly hi: number;
}

/** Finds the place of text[from, end), of two code units at least, by one search; null: its first two occur nowhere. */
export function sortedIn(segment: Segment, text: string, from: number, end: number): SortedIn | null {
  const { lo, hi } = segment.pairRange(text.charCodeAt(from), text.charCodeAt(from + 1));
  return lo < hi ? { lo, hi, ...placeOf(segment, lo, hi, { text, from, end }) } : null;
}
