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

/**
 * Of a range of suffixes that agree with `pattern` in its first `known` code units: those that start with all of it. What the search for the
 * first of them sees on its way bounds the search for the last one: on disk, every look is a page.
 */
export function narrowed(segment: Segment, { lo, hi }: SuffixRange, pattern: string, known: number): SuffixRange {
  let [low, high] = [lo, hi];
  // The first behind them is in [from, to].
  let [from, to] = [lo, hi];
  while (low < high) {
    const middle = between(low, high);
    const order = compareSuffix(segment, segment.suffixAt(middle), pattern, known);
    if (order < 0) low = middle + 1;
    else high = middle;
    if (order > 0) to = middle;
    else from = Math.max(from, middle + 1);
  }
  while (from < to) {
    const middle = between(from, to);
    if (compareSuffix(segment, segment.suffixAt(middle), pattern, known) === 0) from = middle + 1;
    else to = middle;
  }
  return rangeOf(low, from);
}

const rangeOf = (lo: number, hi: number): SuffixRange => (lo < hi ? { lo, hi } : NOTHING);

/** The range of each segment of the view, and how many suffixes they hold together, those of dead articles included. */
export function suffixRanges(view: CorpusView, pattern: string): { ranges: SuffixRange[]; total: number } {
  const ranges = view.map(segment => suffixRange(segment, pattern));
  return { ranges, total: ranges.reduce((sum, { lo, hi }) => sum + hi - lo, 0) };
}

/** Occurrences of `pattern` in the view, by range sizes alone: dead articles count too. */
export const countOccurrences = (view: CorpusView, pattern: string): number => suffixRanges(view, pattern).total;

/** A rank about half-way; one that costs no page as long as the range is wide. */
export function between(lo: number, hi: number): number {
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
