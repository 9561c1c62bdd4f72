import { engineLimits } from '../../limits';
import { endsStep, type Steps } from '../../steps';
import { type SeriesId, SPOKEN_LEVEL, seriesOf } from '../series';
import { formOf } from '../title';
import { announces, lineEnds } from './lineEnd';
import { nestsInItself } from './nestsInItself';
import { type PlacedMarker, placedMarkerSteps } from './placedMarkers';
import { createUpcoming } from './upcoming';

/** A marker in the hierarchy, before extents are known. */
export interface Branch {
  readonly marker: PlacedMarker;
  /** The series it stands in, whatever its own marker. */
  readonly series: SeriesId;
  readonly form: 'heading' | 'runIn';
  readonly children: Branch[];
}

const HEADING_LEVEL = 2;

function isSpoken(marker: PlacedMarker): boolean {
  return marker.level === SPOKEN_LEVEL;
}

function isIn(branch: Branch, series: SeriesId): boolean {
  return branch.series === series || branch.marker.series === series;
}

function goesOn(from: PlacedMarker, marker: PlacedMarker): boolean {
  const closing = marker.number === seriesOf(marker.series).closing;
  return marker.number === from.number + 1 || (closing && from.number < marker.number);
}

/** Whether the text has shown one series under the other. */
type IsLearned = (upper: SeriesId, lower: SeriesId) => boolean;

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

/** The markers of a text, the one that is being placed, and how. */
interface Reading {
  readonly markers: readonly PlacedMarker[];
  readonly index: number;
  /** Levels are right as they are: no slip is looked for among them. */
  readonly keepsLevels: boolean;
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
function siblingDepth(open: readonly Branch[], reading: Reading, isLearned: IsLearned): number {
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

/** The depth of the open part of the same series inside which the marker at `index` begins anew; -1 if there is none. */
function innerDepth(
  open: readonly Branch[],
  markers: readonly PlacedMarker[],
  index: number,
  isAnnouncement: (paragraph: number) => boolean,
): number {
  const marker = markers[index]!;
  if (marker.number !== 1) return -1;
  const depth = open.findLastIndex(branch => branch.marker.series === marker.series);
  const outer = open[depth]?.marker;
  if (!outer || outer.inline !== marker.inline) return -1;
  const isAnnounced = depth === open.length - 1 && !marker.inline && isAnnouncement(outer.paragraph);
  return isAnnounced || nestsInItself(markers, index, outer) ? depth : -1;
}

/**
 * Whether the innermost open part goes on after a marker, so that this marker stands under it. Asked for each index of the
 * markers in turn.
 */
function createResumes(markers: readonly PlacedMarker[]): (open: readonly Branch[], index: number) => boolean {
  const next = createUpcoming(markers, () => true);
  const nextOnOwnLine = createUpcoming(markers, ({ inline }) => !inline);
  return (open, index) => {
    const { marker } = open.at(-1)!;
    const at = next(marker.series, index);
    const candidate = markers[at];
    if (!candidate) return false;
    const isEnded = open
      .slice(0, -1)
      .some(
        ancestor => nextOnOwnLine(ancestor.series, index) < at || nextOnOwnLine(ancestor.marker.series, index) < at,
      );
    return !isEnded && candidate.number > 1 && candidate.number >= marker.number;
  };
}

/**
 * The hierarchy of a text's markers. Which series stands under which is learned from the text: a part is under
 * another if the other goes on after it, if it was so before, or, for headings, if custom has it so.
 * With `keepsLevels` a heading never counts as a slip for one of another level.
 */
export function* growTreeSteps(paragraphs: readonly string[], { keepsLevels = false } = {}): Steps<Branch[]> {
  const markers = yield* placedMarkerSteps(paragraphs);
  const resumes = createResumes(markers);
  const endOf = lineEnds(paragraphs);
  const isAnnouncement = (paragraph: number) => announces(paragraphs[paragraph]!, endOf(paragraph));
  const roots: Branch[] = [];
  const open: Branch[] = [];
  const learned = new Set<string>();
  const isLearned: IsLearned = (upper, lower) => learned.has(`${upper}>${lower}`);

  function holds(parent: Branch, marker: PlacedMarker, index: number): boolean {
    const { marker: upper, series, form } = parent;
    if (marker.inline && upper.paragraph === marker.paragraph) return true;
    if (form === 'runIn' && marker.level <= HEADING_LEVEL) return false;
    if (resumes(open, index)) return true;
    if (isLearned(marker.series, series)) return false;
    if (isLearned(series, marker.series) || isAnnouncement(upper.paragraph)) return true;
    return form === 'heading' && marker.level >= upper.level;
  }

  function closeInline(marker: PlacedMarker): void {
    for (let top = open.at(-1); top?.marker.inline; top = open.at(-1)) {
      const isOver = top.marker.paragraph !== marker.paragraph && !(isIn(top, marker.series) && marker.number > 1);
      if (!isOver) return;
      open.pop();
    }
  }

  for (const [index, marker] of markers.entries()) {
    closeInline(marker);
    const inner = innerDepth(open, markers, index, isAnnouncement);
    const depth = inner >= 0 ? -1 : siblingDepth(open, { markers, index, keepsLevels }, isLearned);
    const series = open[depth]?.series ?? marker.series;
    if (inner >= 0) open.length = inner + 1;
    else if (depth >= 0) open.length = depth;
    else while (open.length > 0 && !holds(open.at(-1)!, marker, index)) open.pop();
    open.length = Math.min(open.length, engineLimits.outlineDepth - 1);
    const parent = open.at(-1);
    if (parent && inner < 0 && !marker.inline && !isLearned(series, parent.series))
      learned.add(`${parent.series}>${series}`);
    const branch: Branch = {
      marker,
      series,
      form: formOf(paragraphs[marker.paragraph]!, marker, endOf(marker.paragraph)),
      children: [],
    };
    (parent?.children ?? roots).push(branch);
    open.push(branch);
    if (endsStep(index)) yield;
  }
  return roots;
}
