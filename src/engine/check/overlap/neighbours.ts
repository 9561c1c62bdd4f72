import type { Segment } from '../../index/segment';
import { cheapRank, SAMPLED_EVERY } from '../../index/suffixes/sampledRanks';

/** Called with a place of the segment and how many code units it has in common with the text; false ends the visit. */
export type VisitNeighbour = (position: number, common: number) => boolean;

/**
 * The places of a segment that have most in common with `text` from `from` on, up to `end`: longest first, as long as at least `least`
 * code units (two or more) agree. One binary search finds where the text would be sorted in; from there outwards what is common
 * can only grow less, so nothing else has to be looked at.
 */
export function visitNeighbours(
  segment: Segment,
  text: string,
  from: number,
  end: number,
  least: number,
  visit: VisitNeighbour,
): void {
  if (end - from < least) return;
  const { lo, hi } = segment.pairRange(text.charCodeAt(from), text.charCodeAt(from + 1));
  if (lo >= hi) return;
  const place = insertionRank(segment, text, from, end, lo, hi);
  const commonAt = (rank: number) =>
    rank < lo || rank >= hi ? -1 : commonLength(segment, segment.suffixAt(rank), text, from, end, 2);
  let [below, above] = [place - 1, place];
  let [left, right] = [commonAt(below), commonAt(above)];
  while (Math.max(left, right) >= least) {
    if (left >= right) {
      if (!visit(segment.suffixAt(below), left)) return;
      // Who is further away has no more in common than the one between.
      left = Math.min(left, commonAt(--below));
    } else {
      if (!visit(segment.suffixAt(above), right)) return;
      right = Math.min(right, commonAt(++above));
    }
  }
}

/** First rank of [lo, hi), whose suffixes agree with the text in two code units, that is not below the text. */
function insertionRank(segment: Segment, text: string, from: number, end: number, lo: number, hi: number): number {
  let [commonLo, commonHi] = [2, 2];
  while (lo < hi) {
    const half = (lo + hi) >>> 1;
    // As long as the range is wide, a rank that costs no page.
    const middle = hi - lo > 2 * SAMPLED_EVERY ? cheapRank(half, lo) : half;
    const position = segment.suffixAt(middle);
    // What both ends have in common with the text, all between them have, too (Manber, Myers 1990).
    const common = commonLength(segment, position, text, from, end, Math.min(commonLo, commonHi));
    if (from + common < end && segment.codeAt(position + common) < text.charCodeAt(from + common)) {
      lo = middle + 1;
      commonLo = common;
    } else {
      hi = middle;
      commonHi = common;
    }
  }
  return lo;
}

/** How many code units agree; the first `known` do. */
function commonLength(
  segment: Segment,
  position: number,
  text: string,
  from: number,
  end: number,
  known: number,
): number {
  const most = end - from;
  let common = known;
  while (common < most && segment.codeAt(position + common) === text.charCodeAt(from + common)) common++;
  return common;
}
