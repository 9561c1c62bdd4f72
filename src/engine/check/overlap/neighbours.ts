import type { Segment } from '../../index/segment';
import { branchBehind, GROUP_SHIFT, PAIR } from '../../index/suffixes/branches';
import { commonLength } from '../../index/suffixes/commonLength';
import type { SuffixRange } from '../../index/suffixes/prefixTable';
import { sortedIn } from '../../index/suffixes/sortedIn';

/** Called with a place of the segment, how many code units it has in common with the text, and its rank; false ends the visit. */
export type VisitNeighbour = (position: number, common: number, rank: number) => boolean;

/**
 * The places of a segment that have most in common with `text` from `from` on, up to `end`: longest first, as long as at least `least`
 * code units (two or more) agree. One search finds where the text would be sorted in; from there outwards what is common
 * can only grow less, so nothing else has to be looked at.
 *
 * @param range see `sortedIn`
 * @returns how much any place has in common with it; of a text that is too short itself, its length
 */
export function visitNeighbours(
  segment: Segment,
  text: string,
  from: number,
  end: number,
  least: number,
  visit: VisitNeighbour,
  range?: SuffixRange,
): number {
  if (end - from < least) return end - from;
  const found = sortedIn(segment, text, from, end, range);
  if (!found) return PAIR - 1;
  const { lo, hi, rank } = found;
  const asked = { text, from, end };
  /** Who is further away has no more in common than the one between, and as much where a branch tells that the two go on together. */
  const further = (other: number, common: number, lower: number) => {
    if (other < lo || other >= hi) return -1;
    const group = (lower >> GROUP_SHIFT) + 1;
    if (group << GROUP_SHIFT < hi && segment.branchAt(group) >= branchBehind(common)) return common;
    return Math.min(common, commonLength(segment, segment.suffixAt(other), asked, PAIR));
  };
  let [below, above] = [rank - 1, rank];
  let [left, right] = [found.below, found.above];
  const longest = Math.max(left, right);
  while (Math.max(left, right) >= least) {
    if (left >= right) {
      if (!visit(segment.suffixAt(below), left, below)) break;
      left = further(--below, left, below);
    } else {
      if (!visit(segment.suffixAt(above), right, above)) break;
      right = further(++above, right, above - 1);
    }
  }
  return longest;
}
