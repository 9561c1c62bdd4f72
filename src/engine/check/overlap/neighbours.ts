import type { Segment } from '../../index/segment';
import { commonLength, sortedIn } from '../../index/suffixes/sortedIn';

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
  const found = sortedIn(segment, text, from, end);
  if (!found) return;
  const { lo, hi, rank } = found;
  const commonAt = (other: number) =>
    other < lo || other >= hi ? -1 : commonLength(segment, segment.suffixAt(other), text, from, end);
  let [below, above] = [rank - 1, rank];
  let [left, right] = [found.below, found.above];
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
