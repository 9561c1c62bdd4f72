import type { CorpusView, Segment } from '../index/segment';
import { cheapRank, SAMPLED_EVERY } from '../index/suffixes/sampledRanks';
import { suffixRanges } from '../index/suffixes/suffixRange';

/** A place in the view: number of the segment, UTF-16 position in its text. */
export interface Occurrence {
  readonly segment: number;
  readonly position: number;
}

/** How an enumeration went. */
export interface Visit {
  /** Occurrences in the view, those in dead articles included. */
  readonly total: number;
  /** Occurrences looked at: all, or `most` at equal strides through the sorted ranges, as far as they are here. */
  readonly seen: number;
}

/** Moves each sample within its stride, evenly over time, so that a sample never keeps step with a regular text. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Calls `visit` for at most `most` occurrences of `phrase`, in the order of their right contexts within a segment.
 * Where there are more, one out of each stride (systematic sampling): neighbours in that order are alike, so strides keep
 * the variety. Where strides are long, a rank nearby that costs no page is taken.
 */
export function visitOccurrences(
  view: CorpusView,
  phrase: string,
  most: number,
  visit: (segment: Segment, position: number, segmentNumber: number) => void,
): Visit {
  const { ranges, total } = suffixRanges(view, phrase);
  const step = Math.max(1, total / most);
  let looks = 0;
  let seen = 0;
  let before = 0;
  ranges.forEach(({ lo, hi }, number) => {
    const segment = view[number]!;
    let last = -1;
    for (; ; looks++) {
      const rank = Math.floor((looks + ((looks * GOLDEN) % 1)) * step) - before;
      if (rank >= hi - lo) break;
      const position = segment.suffixAt(step >= SAMPLED_EVERY ? cheapRank(lo + rank, lo) : lo + rank);
      // Of a segment of which little is here, neighbours may be one.
      if (position < 0 || (segment.rangeOf && position === last)) continue;
      last = position;
      seen++;
      visit(segment, position, number);
    }
    before += hi - lo;
  });
  return { total, seen };
}
