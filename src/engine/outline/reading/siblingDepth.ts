import { type SeriesId, SPOKEN_LEVEL, seriesOf } from '../series';
import { type Branch, isIn } from './branch';
import type { PlacedMarker } from './placedMarkers';

function isSpoken(marker: PlacedMarker): boolean {
  return marker.level === SPOKEN_LEVEL;
}

function goesOn(from: PlacedMarker, marker: PlacedMarker): boolean {
  const closing = marker.number === seriesOf(marker.series).closing;
  return marker.number === from.number + 1 || (closing && from.number < marker.number);
}

/** Whether the text has shown one series under the other. */
export type IsLearned = (upper: SeriesId, lower: SeriesId) => boolean;

/** The markers of a text, the one that is being placed, and how. */
export interface Reading {
  readonly markers: readonly PlacedMarker[];
  readonly index: number;
  /** Levels are right as they are: no slip is looked for among them. */
  readonly keepsLevels: boolean;
}

/** Markers looked at behind one that may be a slip. */
const REACH = 60;

/**
 * Whether a heading of another level than `inner` stands in its series by a slip: （一）（二）三、（四）, where the inner series
 * goes on behind it, or 一、（一）（二）三、二、, where the outer one does as though it were not there. What only looks like
 * the next number, 一、（一）（二）三、四、 after two sections were cut, is on its own level, and wrong in number.
 */
function isLevelSlip({ markers, index }: Reading, inner: PlacedMarker, outer: PlacedMarker | undefined): boolean {
  const marker = markers[index]!;
  const next = markers
    .slice(index + 1, index + REACH)
    .find(({ inline, series }) => !inline && (series === inner.series || series === marker.series));
  if (!next) return false;
  if (next.series === inner.series) return next.number === marker.number + 1;
  return outer !== undefined && next.number === outer.number + 1 && next.number !== marker.number + 1;
}

/** A slip at the deepest place where the number fits: 第三 after 其次, （一）（二）三、（四）. -1 if there is none. */
function misfitDepth(open: readonly Branch[], reading: Reading, own: number, isLearned: IsLearned): number {
  const marker = reading.markers[reading.index]!;
  return open.findLastIndex(
    (branch, depth) =>
      depth > own &&
      goesOn(branch.marker, marker) &&
      !isIn(branch, marker.series) &&
      !isLearned(branch.series, marker.series) &&
      isSpoken(branch.marker) === isSpoken(marker) &&
      (own < 0 || branch.marker.level <= marker.level + 1) &&
      (branch.marker.level === marker.level ||
        (!reading.keepsLevels && isLevelSlip(reading, branch.marker, open[own]?.marker))),
  );
}

/** Which of the open parts, outermost first, `marker` stands beside. -1 if it begins a new series. */
export function siblingDepth(open: readonly Branch[], reading: Reading, isLearned: IsLearned): number {
  const marker = reading.markers[reading.index]!;
  // A point with a line of its own goes on with such points rather than with those inside the paragraphs between,
  // and never with those inside one of such points: 一是甲，分两步：一是子；二是丑。三是乙。
  const hasOwnLine = (branch: Branch) => isIn(branch, marker.series) && !branch.marker.inline;
  const isInsideFellow = ({ marker: { inline, paragraph } }: Branch) =>
    inline && !marker.inline && open.some(fellow => hasOwnLine(fellow) && fellow.marker.paragraph === paragraph);
  const isFellow = (branch: Branch) => isIn(branch, marker.series) && !isInsideFellow(branch);
  const ownLine = marker.inline
    ? -1
    : open.findLastIndex(branch => hasOwnLine(branch) && goesOn(branch.marker, marker));
  const fitting =
    ownLine >= 0 ? ownLine : open.findLastIndex(branch => isFellow(branch) && goesOn(branch.marker, marker));
  if (fitting >= 0) {
    // 第二，抓作风。首先，快；其次，实；第三，严: inside a paragraph the nearer points are gone on with.
    const nearer = marker.inline && !open[fitting]!.marker.inline ? misfitDepth(open, reading, fitting, isLearned) : -1;
    return open[nearer]?.marker.inline ? nearer : fitting;
  }
  const own = open.findLastIndex(isFellow);
  if (marker.number > 1) {
    const misfit = misfitDepth(open, reading, own, isLearned);
    return misfit >= 0 ? misfit : own;
  }
  const opensInside = marker.inline && open[own]?.marker.inline === false;
  return opensInside ? -1 : own;
}
