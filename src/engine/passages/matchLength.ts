import type { Segment } from '../index/segment';
import { sortedIn } from '../index/suffixes/sortedIn';

/**
 * How many code units of `text` from `from` on, at most up to `end`, the segment has in one piece somewhere.
 * One binary search: the longest match stands beside the place where the text would be sorted in.
 */
export function matchLength(segment: Segment, text: string, from: number, end: number): number {
  if (from >= end) return 0;
  if (segment.rangeOf) return knownLength(segment.rangeOf.bind(segment), text.slice(from, end));
  const found = end - from > 1 ? sortedIn(segment, text, from, end) : null;
  if (found) return Math.max(found.below, found.above);
  const code = text.charCodeAt(from);
  return Number(segment.bucketStart(code) < segment.bucketStart(code + 1));
}

/** Likewise where not all of the segment is here: the longest beginning that is known to stand somewhere. */
function knownLength(rangeOf: NonNullable<Segment['rangeOf']>, text: string): number {
  let longest = 0;
  let beyond = text.length + 1;
  while (beyond - longest > 1) {
    const length = (longest + beyond) >> 1;
    const { lo, hi } = rangeOf(text.slice(0, length));
    if (lo < hi) longest = length;
    else beyond = length;
  }
  return longest;
}
