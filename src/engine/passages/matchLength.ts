import type { Segment } from '../index/segment';

/**
 * How many code units of `text` from `from` on, at most up to `end`, the segment has in one piece somewhere.
 * One binary search: the longest match stands beside the place where the text would be sorted in.
 */
export function matchLength(segment: Segment, text: string, from: number, end: number): number {
  if (from >= end) return 0;
  if (segment.rangeOf) return knownLength(segment.rangeOf.bind(segment), text.slice(from, end));
  const code = text.charCodeAt(from);
  let lo = segment.bucketStart(code);
  let hi = segment.bucketStart(code + 1);
  if (lo >= hi) return 0;
  const wanted = end - from;
  let longest = 1;
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    const position = segment.suffixAt(middle);
    let common = 1;
    while (common < wanted && segment.codeAt(position + common) === text.charCodeAt(from + common)) common++;
    if (common > longest) longest = common;
    if (common === wanted) return wanted;
    if (segment.codeAt(position + common) < text.charCodeAt(from + common)) lo = middle + 1;
    else hi = middle;
  }
  return longest;
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
