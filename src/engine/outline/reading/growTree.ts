import { engineLimits } from '../../limits';
import { endsStep, type Steps } from '../../steps';
import { formOf } from '../title';
import { type Branch, isIn } from './branch';
import { announces, lineEnds } from './lineEnd';
import { nestsInItself } from './nestsInItself';
import { type PlacedMarker, placedMarkerSteps } from './placedMarkers';
import { type IsLearned, siblingDepth } from './siblingDepth';
import { createUpcoming } from './upcoming';

const HEADING_LEVEL = 2;

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
