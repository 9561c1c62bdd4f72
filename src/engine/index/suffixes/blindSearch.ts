import type { Segment } from '../segment';
import { branchBehind, FAR_BRANCH, GROUP, GROUP_SHIFT, PAIR, unitsOf } from './branches';
import { type Asked, commonLength } from './commonLength';
import { between, SAMPLED_EVERY } from './sampledRanks';

/** A place among suffixes: the first of them that is not below what is looked for, and how many code units both neighbours have in common with it. */
export interface Place {
  readonly rank: number;
  /** -1 where there is none. */
  readonly below: number;
  readonly above: number;
}

/** Fewer groups are looked at one by one: no page of text to find those that matter. */
const FEW = (2 * SAMPLED_EVERY) / GROUP;
const PER_SAMPLE = SAMPLED_EVERY / GROUP;

/**
 * The place of a text among the suffixes [lo, hi), which all agree with it in its first `known` code units, two or more. One of those that are
 * sampled is compared with it, which tells between which two it stands; of the groups between those two, one; and then some of a group: one page of
 * suffixes and a few of text, whatever there is.
 */
export function placeOf(segment: Segment, lo: number, hi: number, asked: Asked, known = PAIR): Place {
  const bounds = { low: lo, high: hi, below: -1, above: -1 };
  let first = Math.ceil(lo / GROUP);
  let last = Math.ceil(hi / GROUP);
  if (last - first > FEW) {
    const one = Math.ceil(lo / SAMPLED_EVERY);
    const other = Math.ceil(hi / SAMPLED_EVERY);
    const place = placeAmong(segment, one, other, SAMPLED_EVERY, asked, known);
    narrow(bounds, one, other, SAMPLED_EVERY, place);
    if (place.rank > one) first = (place.rank - 1) * PER_SAMPLE;
    if (place.rank < other) last = place.rank * PER_SAMPLE;
  }
  if (first < last) narrow(bounds, first, last, GROUP, placeAmong(segment, first, last, GROUP, asked, known));
  // The one at `low` is below, where it is not the first of all.
  if (bounds.below >= 0) bounds.low++;
  return byHalves(segment, bounds, 1, asked, known);
}

/** Between which suffixes the place is, told by that among the suffixes whose ranks are `step` times the numbers [first, last). */
function narrow(bounds: Bounds, first: number, last: number, step: number, place: Place): void {
  if (place.rank > first) {
    bounds.low = (place.rank - 1) * step;
    bounds.below = place.below;
  }
  if (place.rank < last) {
    bounds.high = place.rank * step;
    bounds.above = place.above;
  }
}

/**
 * First rank in (rank, hi] whose suffix does not begin with all of a text, as that at `rank` and all between them do; none: `hi`. `asked` is of
 * two code units at least.
 */
export function endOfPrefix(segment: Segment, rank: number, hi: number, asked: Asked): number {
  const units = asked.end - asked.from;
  const branch = branchBehind(units);
  const isTold = branch <= FAR_BRANCH;
  const least = Math.min(branch, FAR_BRANCH);
  const begins = (other: number) => commonLength(segment, segment.suffixAt(other), asked, PAIR) === units;
  let low = rank;
  let group = (rank >> GROUP_SHIFT) + 1;
  if (rank % GROUP !== 0 && group * GROUP < hi) {
    // Its branch tells of what is before `rank`, too.
    const isIn = (isTold && segment.branchAt(group) >= least) || begins(group * GROUP);
    if (!isIn) return endOf(begins, low, group * GROUP);
    low = group++ * GROUP;
  }
  for (; group * GROUP < hi; group++) {
    const sample = (group - 1) / PER_SAMPLE + 1;
    if (Number.isInteger(sample) && sample * SAMPLED_EVERY < hi && segment.sampledBranchAt(sample) >= least)
      group += PER_SAMPLE - 1;
    else if (segment.branchAt(group) < least) break;
  }
  if (!isTold) return endOf(begins, low, Math.min(hi, group * GROUP));
  if (group * GROUP >= hi && group * GROUP < segment.length && segment.branchAt(group) >= least) return hi;
  return endOf(begins, Math.max(low, (group - 1) * GROUP), Math.min(hi, group * GROUP));
}

/** First number in (low, high] that `holds` is false of, as it is of all behind it; none: `high`. */
function endOf(holds: (rank: number) => boolean, low: number, high: number): number {
  let from = low + 1;
  let to = high;
  while (from < to) {
    const middle = between(from, to);
    if (holds(middle)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** The branch of a number in a row of suffixes: of groups, or of what is sampled. No function that is handed on: most of a search is reading these. */
const branchIn = (segment: Segment, step: number, number: number): number =>
  step === GROUP ? segment.branchAt(number) : segment.sampledBranchAt(number);

/** Likewise among the suffixes whose ranks are `step` times the numbers [lo, hi), one at least; the place is a number. */
function placeAmong(segment: Segment, lo: number, hi: number, step: number, asked: Asked, known: number): Place {
  const { text, from, end } = asked;
  const leaf = leafOf(segment, lo, hi, step, asked);
  const position = segment.suffixAt(leaf * step);
  const common = commonLength(segment, position, asked, known);
  const isWhole = from + common === end;
  const code = isWhole ? 0 : segment.codeAt(position + common);
  // The end of the text has no bits.
  if (code < 0) return byHalves(segment, { low: lo, high: hi, below: -1, above: -1 }, step, asked, known);
  const wanted = isWhole ? 0 : text.charCodeAt(from + common);
  const branch = branchBehind(common) + (isWhole ? 0 : Math.clz32(code ^ wanted) - 16);
  const isFar = branch >= FAR_BRANCH;
  const isBehind = code < wanted;
  const least = isFar ? FAR_BRANCH : branch;
  // Those that part from the leaf behind it part from the text where it does.
  let low = leaf;
  let high = leaf + 1;
  if (isFar || !isBehind) while (low > lo && branchIn(segment, step, low) >= least) low--;
  if (isFar || isBehind) while (high < hi && branchIn(segment, step, high) >= least) high++;
  const below = low > lo ? unitsOf(branchIn(segment, step, low)) : -1;
  const above = high < hi ? unitsOf(branchIn(segment, step, high)) : -1;
  if (!isFar) return isBehind ? { rank: high, below: common, above } : { rank: low, below, above: common };
  return byHalves(segment, { low, high, below, above }, step, asked, known);
}

/** Follows the branches; behind the end of what is looked for all its bits are 0. No other has more in common with it than the leaf. */
function leafOf(segment: Segment, lo: number, hi: number, step: number, { text, from, end }: Asked): number {
  let leaf = lo;
  // Behind a branch that was not taken all is passed over that parts later.
  let passed = FAR_BRANCH;
  for (let number = lo + 1; number < hi; number++) {
    const branch = branchIn(segment, step, number);
    if (branch >= passed) continue;
    const at = from + unitsOf(branch);
    if (at < end && (text.charCodeAt(at) >>> (15 - (branch & 15))) & 1) {
      leaf = number;
      passed = FAR_BRANCH;
    } else passed = branch;
  }
  return leaf;
}

/** Numbers [low, high) among which the place is, and what those around them have in common with the text; -1: there is none, or it is not known. */
interface Bounds {
  low: number;
  high: number;
  below: number;
  above: number;
}

/** Binary search that compares text at every step: for where the branches do not tell. */
function byHalves(segment: Segment, bounds: Readonly<Bounds>, step: number, asked: Asked, known: number): Place {
  const { text, from, end } = asked;
  let { low, high, below, above } = bounds;
  while (low < high) {
    const middle = step === 1 ? between(low, high) : (low + high) >>> 1;
    const position = segment.suffixAt(middle * step);
    // What both ends have in common with the text, all between them have, too (Manber, Myers 1990).
    const common = commonLength(segment, position, asked, Math.max(known, Math.min(below, above)));
    if (from + common < end && segment.codeAt(position + common) < text.charCodeAt(from + common)) {
      low = middle + 1;
      below = common;
    } else {
      high = middle;
      above = common;
    }
  }
  return { rank: low, below, above };
}
