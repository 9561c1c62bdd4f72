import { endsStep, type Steps } from '../steps';
import { type Marker, markerText, withNumber } from './marker';
import { type OutlineNode, outlineSteps } from './outline';
import { type SeriesId, SPOKEN_LEVEL, seriesOf } from './series';
import { isBlank } from './title';

/** Neighbouring parts that count on from one another: 一是、二是、三是. */
export interface MemberList {
  readonly parent: OutlineNode | null;
  readonly members: readonly OutlineNode[];
  /** The series most of the members are written in, or whose words frame them. */
  readonly series: SeriesId;
  /**
   * Number of the first member: 1, unless the list goes on from an earlier one (1. 2. in section 一, 3. 4. in 二),
   * from a first point in other words (首先是…，二是…), or is a part of a text that others write (三、四、).
   */
  readonly start: number;
}

/** Headings proper, 一、 and （一）. */
const HEADING_LEVEL = 2;

type Siblings = Pick<MemberList, 'parent' | 'members'>;

function isNext(node: OutlineNode, next: OutlineNode): boolean {
  const { number, series } = next.marker;
  return number === node.marker.number + 1 || number === seriesOf(series).closing;
}

/**
 * Whether the member at `index` begins a list anew. 一二一二 are two lists; a lone 一 amid 一二一四 is a slip,
 * and so is a last 一、 among headings, while a last 一是 is a list just begun.
 */
function beginsAnew(siblings: readonly OutlineNode[], index: number): boolean {
  const node = siblings[index]!;
  const before = siblings[index - 1];
  if (!before || before.series !== node.series) return true;
  if (node.marker.number !== 1) return false;
  const next = siblings[index + 1];
  if (node.inline && !before.inline) return true;
  if (before.marker.number < 2) return false;
  if (next?.series !== node.series) return next === undefined && node.marker.level > HEADING_LEVEL;
  return isNext(node, next);
}

function splitSiblings(parent: OutlineNode | null, siblings: readonly OutlineNode[]): Siblings[] {
  const lists: { parent: OutlineNode | null; members: OutlineNode[] }[] = [];
  siblings.forEach((node, index) => {
    if (beginsAnew(siblings, index)) lists.push({ parent, members: [] });
    lists.at(-1)!.members.push(node);
  });
  return lists;
}

function* inOrder(
  parent: OutlineNode | null,
  siblings: readonly OutlineNode[],
  depth: number,
): Generator<Siblings & { depth: number }> {
  for (const list of splitSiblings(parent, siblings)) {
    yield { ...list, depth };
    for (const member of list.members) yield* inOrder(member, member.children, depth + 1);
  }
}

function isClosing({ marker }: OutlineNode): boolean {
  return marker.number === seriesOf(marker.series).closing;
}

function seriesOfList(members: readonly OutlineNode[]): SeriesId {
  const [first, last] = [members[0]!, members.at(-1)!];
  // 首先 … 最后 frame a series of words, however many ordinals stand between.
  if (first.marker.series === last.marker.series && isClosing(last)) return first.marker.series;
  const counts = new Map<SeriesId, number>();
  for (const { marker } of members) counts.set(marker.series, (counts.get(marker.series) ?? 0) + 1);
  // Sorting is stable: among equals the series that came first wins.
  return [...counts].sort(([, left], [, right]) => right - left)[0]![0];
}

/** The first of several points in words that are no marker: 第一位的是…, 首先是…. */
const FIRST_IN_OTHER_WORDS = /首先|一方面|其一|一则|一是|一要|第一(?!书记|时间|线|产业|大|届|次|个|批)/;

/** Whether the text before a spoken point, of its own paragraph or the one above, says what comes first. */
type HasFirstInWords = (member: OutlineNode) => boolean;

function createHasFirstInWords(paragraphs: readonly string[]): HasFirstInWords {
  /** Of each paragraph looked at, where the first such words end: many points may ask the same one. */
  const ends: number[] = [];
  const endIn = (paragraph: number) => {
    const match = ends[paragraph] === undefined ? FIRST_IN_OTHER_WORDS.exec(paragraphs[paragraph]!) : null;
    ends[paragraph] ??= match ? match.index + match[0].length : Number.POSITIVE_INFINITY;
    return ends[paragraph];
  };
  /** The nearest paragraph above each that is not blank, -1 for none: a gap is passed once. */
  const above: number[] = [];
  const aboveOf = (paragraph: number) => {
    let found = paragraph - 1;
    while (found >= 0 && above[found] === undefined && isBlank(paragraphs[found]!)) found--;
    if (found >= 0 && isBlank(paragraphs[found]!)) found = above[found]!;
    above[paragraph] = found;
    return found;
  };
  return ({ paragraph, start }) => {
    if (endIn(paragraph) <= start) return true;
    const before = above[paragraph] ?? aboveOf(paragraph);
    return before >= 0 && endIn(before) < Number.POSITIVE_INFINITY;
  };
}

/** What the first member of a list that goes on from no other is to be. */
function firstNumber({ parent, members }: Siblings, series: SeriesId, hasFirstInWords: HasFirstInWords): number {
  const [first, second] = members as [OutlineNode, OutlineNode?];
  const { number } = first.marker;
  if (first.marker.series !== series || isClosing(first) || number === 1) return 1;
  const isSpoken = seriesOf(series).level === SPOKEN_LEVEL;
  // 其次 alone: what was first went without saying. A lone heading under another has lost its fellows.
  if (series === 'word' || (!second && (isSpoken || !parent))) return number;
  if (number > 2 && second?.marker.number === number + 1) return number;
  return isSpoken && hasFirstInWords(first) ? number : 1;
}

/** All lists of a text, in the order of their first members, a little at a time; `keepsLevels` as for an outline. */
export function* memberListSteps(
  paragraphs: readonly string[],
  options: { keepsLevels?: boolean } = {},
): Steps<MemberList[]> {
  const outline = yield* outlineSteps(paragraphs, options);
  const hasFirstInWords = createHasFirstInWords(paragraphs);
  const earlier = new Map<string, { writtenEnd: number; end: number }>();
  const lists: MemberList[] = [];
  for (const { parent, members, depth } of inOrder(null, outline, 0)) {
    const series = seriesOfList(members);
    const first = members[0]!.marker.number;
    const key = `${series} ${depth}`;
    const before = earlier.get(key);
    const goesOn = before !== undefined && first > 1 && Math.abs(first - 1 - before.writtenEnd) <= (first > 2 ? 1 : 0);
    const start = goesOn ? before.end + 1 : firstNumber({ parent, members }, series, hasFirstInWords);
    lists.push({ parent, members, series, start });
    earlier.set(key, { writtenEnd: members.at(-1)!.marker.number, end: start + members.length - 1 });
    if (endsStep(lists.length)) yield;
  }
  return lists;
}

/** The words for four members, 首先 其次 再次 最后; a longer list counts on in between: 首先 其次 第三 第四 最后. */
function wordText(marker: Marker, position: number, size: number, hasClosing: boolean): string {
  const closing = seriesOf('word').closing!;
  if (position === size && size > 1 && (hasClosing || size === closing)) return withNumber(marker, closing)!;
  if (size <= closing || position < 3) return withNumber(marker, position)!;
  return `第${seriesOf('ordinal').numerals.format(position)}，`;
}

/** 第一，…第二，…最后，…: a last point may say so, however the others count. */
export function closesInWords(member: OutlineNode, members: readonly OutlineNode[]): boolean {
  return members.length > 2 && member === members.at(-1) && isClosing(member);
}

/**
 * The markers a list should have, member by member, each in the writing of the list
 * (and of the member itself where it is of the same series). A number its numerals cannot write stays as it is.
 */
export function expectedMarkers({ members, series, start }: MemberList): string[] {
  const model = members.find(({ marker }) => marker.series === series)!.marker;
  const hasClosing = members.some(isClosing);
  const size = start - 1 + members.length;
  return members.map((member, index) => {
    const { marker } = member;
    const like = marker.series === series ? marker : model;
    if (series === 'word') return wordText(like, start + index, size, hasClosing);
    if (closesInWords(member, members)) return markerText(marker);
    return withNumber(like, start + index) ?? markerText(marker);
  });
}
