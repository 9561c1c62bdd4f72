import type { CorpusView, Segment } from '../segment';
import { NOTHING, type SuffixRange } from './prefixTable';
import { cheapRank, SAMPLED_EVERY } from './sampledRanks';

/** The suffixes of the segment that start with `pattern`: two look-ups, and beyond two code units two searches between them. */
export function suffixRange(segment: Segment, pattern: string): SuffixRange {
  if (pattern === '') return { lo: 0, hi: segment.length };
  if (segment.rangeOf) return segment.rangeOf(pattern);
  const first = pattern.charCodeAt(0);
  if (pattern.length === 1) return rangeOf(segment.bucketStart(first), segment.bucketStart(first + 1));
  const second = pattern.charCodeAt(1);
  const range = segment.pairRange(first, second);
  return pattern.length === 2 ? range : narrowed(segment, range, pattern, 2);
}

/** Of a range of suffixes that agree with `pattern` in its first `known` code units: those that start with all of it. */
export function narrowed(segment: Segment, { lo, hi }: SuffixRange, pattern: string, known: number): SuffixRange {
  const start = lowerBound(segment, pattern, known, lo, hi);
  return rangeOf(start, upperBound(segment, pattern, known, start, hi));
}

const rangeOf = (lo: number, hi: number): SuffixRange => (lo < hi ? { lo, hi } : NOTHING);

/** The range of each segment of the view, and how many suffixes they hold together, those of dead articles included. */
export function suffixRanges(view: CorpusView, pattern: string): { ranges: SuffixRange[]; total: number } {
  const ranges = view.map(segment => suffixRange(segment, pattern));
  return { ranges, total: ranges.reduce((sum, { lo, hi }) => sum + hi - lo, 0) };
}

/** Occurrences of `pattern` in the view, by range sizes alone: dead articles count too. */
export const countOccurrences = (view: CorpusView, pattern: string): number => suffixRanges(view, pattern).total;

/** First rank in [lo, hi) whose suffix is not below `pattern`; that of all it has the first `known` code units. */
export function lowerBound(segment: Segment, pattern: string, known: number, lo: number, hi: number): number {
  while (lo < hi) {
    const middle = between(lo, hi);
    if (compareSuffix(segment, segment.suffixAt(middle), pattern, known) < 0) lo = middle + 1;
    else hi = middle;
  }
  return lo;
}

/** First rank in [lo, hi) whose suffix does not start with `pattern`, as all before it do. As `endOfRun` looks, without a function for every step. */
export function upperBound(segment: Segment, pattern: string, known: number, lo: number, hi: number): number {
  let from = lo;
  let end = hi;
  for (let stride = 1; from < hi; stride *= 2) {
    const rank = Math.min(hi - 1, from + stride - 1);
    if (compareSuffix(segment, segment.suffixAt(rank), pattern, known) !== 0) {
      end = rank;
      break;
    }
    from = rank + 1;
  }
  while (from < end) {
    const middle = between(from, end);
    if (compareSuffix(segment, segment.suffixAt(middle), pattern, known) === 0) from = middle + 1;
    else end = middle;
  }
  return from;
}

/** A rank about half-way; one that costs no page as long as the range is wide. */
function between(lo: number, hi: number): number {
  const half = (lo + hi) >>> 1;
  return hi - lo > 2 * SAMPLED_EVERY ? cheapRank(half, lo) : half;
}

/** < 0, 0, > 0: the suffix is below, starts with, is above `pattern`. The first `known` code units are known to be equal. */
function compareSuffix(segment: Segment, position: number, pattern: string, known: number): number {
  for (let i = known; i < pattern.length; i++) {
    const difference = segment.codeAt(position + i) - pattern.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}
