import { cheapRank, SAMPLED_EVERY } from './sampledRanks';
import type { CorpusView, Segment } from './segment';

/** Ranks [lo, hi) of the suffixes that start with a string; empty when lo === hi. */
export interface SuffixRange {
  readonly lo: number;
  readonly hi: number;
}

const NOTHING: SuffixRange = { lo: 0, hi: 0 };

/** The suffixes of the segment that start with `pattern`: two binary searches within the bucket of its first character. */
export function suffixRange(segment: Segment, pattern: string): SuffixRange {
  if (pattern === '') return { lo: 0, hi: segment.length };
  const code = pattern.charCodeAt(0);
  const start = segment.bucketStart(code);
  const end = segment.bucketStart(code + 1);
  if (start >= end || pattern.length === 1) return start < end ? { lo: start, hi: end } : NOTHING;
  const lo = lowerBound(segment, pattern, start, end, false);
  const hi = lowerBound(segment, pattern, lo, end, true);
  return lo < hi ? { lo, hi } : NOTHING;
}

/** The range of each segment of the view, and how many suffixes they hold together, those of dead articles included. */
export function suffixRanges(view: CorpusView, pattern: string): { ranges: SuffixRange[]; total: number } {
  const ranges = view.map(segment => suffixRange(segment, pattern));
  return { ranges, total: ranges.reduce((sum, { lo, hi }) => sum + hi - lo, 0) };
}

/** Occurrences of `pattern` in the view, by range sizes alone: dead articles count too. */
export const countOccurrences = (view: CorpusView, pattern: string): number => suffixRanges(view, pattern).total;

/** First rank in [lo, hi) whose suffix is not below `pattern`, or (`past`) is above everything that starts with it. */
function lowerBound(segment: Segment, pattern: string, lo: number, hi: number, past: boolean): number {
  while (lo < hi) {
    const half = (lo + hi) >>> 1;
    const middle = hi - lo > 2 * SAMPLED_EVERY ? cheapRank(half, lo) : half;
    const order = compareSuffix(segment, segment.suffixAt(middle), pattern);
    if (order < 0 || (past && order === 0)) lo = middle + 1;
    else hi = middle;
  }
  return lo;
}

/** < 0, 0, > 0: the suffix is below, starts with, is above `pattern`. The first character is known to be equal. */
function compareSuffix(segment: Segment, position: number, pattern: string): number {
  for (let i = 1; i < pattern.length; i++) {
    const difference = segment.codeAt(position + i) - pattern.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}
