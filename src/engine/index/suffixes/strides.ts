import type { Segment } from '../segment';
import type { SuffixRange } from './prefixTable';
import { cheapRank, SAMPLED_EVERY } from './sampledRanks';
import { visitSuffixes } from './visitSuffixes';

/**
 * Visits the suffixes of a sorted range at equal strides, the first `first` ranks behind its beginning: a systematic sample
 * (Cochran, Sampling Techniques, ch. 8), in which every continuation has its share to within one stride, for equal ones stand
 * side by side. Where the strides are long, a rank nearby that costs no page is taken instead.
 *
 * @returns how far behind the end of the range the next one would be: `first` of the same walk in the next range
 */
export function visitStrides(
  segment: Segment,
  { lo, hi }: SuffixRange,
  first: number,
  stride: number,
  visit: (position: number) => void,
): number {
  const length = hi - lo;
  const ranks = new Int32Array(Math.max(0, Math.ceil((length - first) / stride) + 1));
  let count = 0;
  let next = first;
  for (; next < length; next += stride) {
    const rank = lo + Math.floor(next);
    ranks[count++] = stride >= SAMPLED_EVERY ? cheapRank(rank, lo) : rank;
  }
  visitSuffixes(segment, ranks.subarray(0, count), position => {
    if (position >= 0) visit(position);
  });
  return next - length;
}
