import type { CorpusView, Segment } from '../segment';
import { endOfPrefix, placeOf } from './blindSearch';
import { NOTHING, type SuffixRange } from './prefixTable';

/** The suffixes of the segment that start with `pattern`: two look-ups, and beyond two code units a search between them. */
export function suffixRange(segment: Segment, pattern: string): SuffixRange {
  if (pattern === '') return { lo: 0, hi: segment.length };
  if (segment.rangeOf) return segment.rangeOf(pattern);
  const first = pattern.charCodeAt(0);
  if (pattern.length === 1) return rangeOf(segment.bucketStart(first), segment.bucketStart(first + 1));
  const range = segment.pairRange(first, pattern.charCodeAt(1));
  return pattern.length === 2 ? range : narrowed(segment, range, pattern, 2);
}

/** Of a range of suffixes that agree with `pattern` in its first `known` code units, two or more: those that start with all of it. */
export function narrowed(segment: Segment, { lo, hi }: SuffixRange, pattern: string, known: number): SuffixRange {
  const asked = { text: pattern, from: 0, end: pattern.length };
  const { rank, above } = placeOf(segment, lo, hi, asked, known);
  return above === pattern.length ? { lo: rank, hi: endOfPrefix(segment, rank, hi, asked) } : NOTHING;
}

const rangeOf = (lo: number, hi: number): SuffixRange => (lo < hi ? { lo, hi } : NOTHING);

/** The range of each segment of the view, and how many suffixes they hold together, those of dead articles included. */
export function suffixRanges(view: CorpusView, pattern: string): { ranges: SuffixRange[]; total: number } {
  const ranges = view.map(segment => suffixRange(segment, pattern));
  return { ranges, total: ranges.reduce((sum, { lo, hi }) => sum + hi - lo, 0) };
}

/** Occurrences of `pattern` in the view, by range sizes alone: dead articles count too. */
export function countOccurrences(view: CorpusView, pattern: string): number {
  let total = 0;
  for (const segment of view) {
    const { lo, hi } = suffixRange(segment, pattern);
    total += hi - lo;
  }
  return total;
}
