/** What the merge policy knows of a segment, in UTF-16 code units. */
export interface SegmentSize {
  readonly characters: number;
  /** Of these, in living articles. */
  readonly alive: number;
}

/** A segment is cut at this size: every query asks every segment, so they are large; sorting one takes some seconds, while the next is read. */
export const SEGMENT_LIMIT = 20_000_000;
/** Segments below each of these sizes are merged when there are more than `MOST` of them: a query asks every segment. */
const TIERS = [1_000_000, SEGMENT_LIMIT / 2];
const MOST = 8;
/** Share of dead text above which a segment is rewritten. */
const DEAD_SHARE = 0.25;

/**
 * Which segments to rewrite: groups of indices into `segments`, each group to become one segment of `SEGMENT_LIMIT` at most.
 * Segments without living text are in no group; they are simply dropped.
 */
export function planMerges(segments: readonly SegmentSize[]): number[][] {
  const alive = [...segments.keys()].filter(i => segments[i]!.alive > 0);
  const chosen = new Set(alive.filter(i => segments[i]!.alive < segments[i]!.characters * (1 - DEAD_SHARE)));
  for (const tier of TIERS) {
    const below = alive.filter(i => segments[i]!.alive < tier);
    if (below.length > MOST) for (const i of below) chosen.add(i);
  }
  return fill(
    [...chosen].sort((a, b) => a - b),
    segments,
  ).filter(group => group.length > 1 || hasDead(segments, group));
}

/** Packs the chosen, in order, into groups below the limit. */
function fill(chosen: readonly number[], segments: readonly SegmentSize[]): number[][] {
  const groups: number[][] = [];
  let room = 0;
  for (const i of chosen) {
    const { alive } = segments[i]!;
    if (alive > room || groups.length === 0) {
      groups.push([]);
      room = SEGMENT_LIMIT;
    }
    groups[groups.length - 1]!.push(i);
    room -= alive;
  }
  return groups;
}

function hasDead(segments: readonly SegmentSize[], group: readonly number[]): boolean {
  return group.some(i => segments[i]!.alive < segments[i]!.characters);
}
