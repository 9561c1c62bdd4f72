import { finish, type Steps } from '../../steps';
import { withoutTrailing } from '../../text/withoutTrailing';
import { applyEdits, type Edit } from '../edit';
import { markerText } from '../marker';
import { type MemberList, memberListSteps } from '../memberLists';
import type { OutlineNode } from '../outline';
import { renumberSteps } from './renumber';

/** One replacement of whole paragraphs, so that a move is one step to undo. */
export interface Move {
  /** Paragraphs replaced: 0-based, both inclusive. */
  readonly paragraph: number;
  readonly endParagraph: number;
  /** As many paragraphs as are replaced. */
  readonly text: readonly string[];
  /** Where the moved part begins now. */
  readonly movedTo: { readonly paragraph: number; readonly start: number };
}

interface Swapped {
  readonly paragraphs: string[];
  readonly movedTo: Move['movedTo'];
}

/** Points separated by ；, the last one ended by 。: the mark belongs to the place, not to the point. */
function exchangeEndMarks(upper: string[], lower: string[]): void {
  const marks = /[；。;]$/;
  const first = upper.at(-1)!;
  const second = lower.at(-1)!;
  const firstMark = marks.exec(first)?.[0];
  const secondMark = marks.exec(second)?.[0];
  if (!firstMark || !secondMark) return;
  upper[upper.length - 1] = first.slice(0, -1) + secondMark;
  lower[lower.length - 1] = second.slice(0, -1) + firstMark;
}

/** The part and all under it, by the series and depth that a numbering going on over sections would share. */
function byLevel(node: OutlineNode, depth = 0, levels = new Map<string, OutlineNode[]>()): Map<string, OutlineNode[]> {
  const key = `${depth} ${node.series}`;
  const own = levels.get(key);
  if (own) own.push(node);
  else levels.set(key, [node]);
  for (const child of node.children) byLevel(child, depth + 1, levels);
  return levels;
}

/**
 * The numbers stay where they are while the parts change places: those of the two parts themselves,
 * and those of points counted through from one to the other (1. 2. in section 一, 3. 4. in 二).
 */
function exchangeNumbers(lists: readonly MemberList[], upper: OutlineNode, lower: OutlineNode): Edit[] {
  const goingOn = new Set(lists.filter(({ start }) => start > 1).map(({ members }) => members[0]));
  const above = byLevel(upper);
  return [...byLevel(lower)].flatMap(([level, below]) => {
    if (below[0] !== lower && !goingOn.has(below[0])) return [];
    const nodes = above.get(level) ?? [];
    const markers = [...nodes, ...below].map(({ marker }) => markerText(marker));
    return [...below, ...nodes].map(({ paragraph, marker: { start, end } }, index) => ({
      paragraph,
      start,
      end,
      text: markers[index]!,
    }));
  });
}

function swapParagraphs(paragraphs: readonly string[], upper: OutlineNode, lower: OutlineNode, isUp: boolean): Swapped {
  const first = paragraphs.slice(upper.paragraph, upper.endParagraph + 1);
  const between = paragraphs.slice(upper.endParagraph + 1, lower.paragraph);
  const second = paragraphs.slice(lower.paragraph, lower.endParagraph + 1);
  exchangeEndMarks(first, second);
  return {
    paragraphs: [
      ...paragraphs.slice(0, upper.paragraph),
      ...second,
      ...between,
      ...first,
      ...paragraphs.slice(lower.endParagraph + 1),
    ],
    movedTo: isUp
      ? { paragraph: upper.paragraph, start: lower.start }
      : { paragraph: upper.paragraph + second.length + between.length, start: upper.start },
  };
}

/** The words of an inline point without the mark that ends it. */
function bodyOf(text: string, { marker, end }: OutlineNode): { start: number; end: number } {
  return { start: marker.end, end: marker.end + withoutTrailing(text.slice(marker.end, end), '，。；、,;').length };
}

function swapInline(paragraphs: readonly string[], upper: OutlineNode, lower: OutlineNode, isUp: boolean): Swapped {
  const { paragraph } = upper;
  const text = paragraphs[paragraph]!;
  const first = bodyOf(text, upper);
  const second = bodyOf(text, lower);
  const swapped = applyEdits(paragraphs, [
    { paragraph, ...first, text: text.slice(second.start, second.end) },
    { paragraph, ...second, text: text.slice(first.start, first.end) },
  ]);
  const shift = second.end - second.start - (first.end - first.start);
  return { paragraphs: swapped, movedTo: { paragraph, start: isUp ? upper.start : lower.start + shift } };
}

function swap(
  paragraphs: readonly string[],
  lists: readonly MemberList[],
  [upper, lower]: readonly [OutlineNode, OutlineNode],
  isUp: boolean,
): Swapped | null {
  const isOneParagraph = upper.paragraph === lower.endParagraph;
  if (isOneParagraph) return swapInline(paragraphs, upper, lower, isUp);
  // A point that begins or ends amid a paragraph cannot change places with whole paragraphs.
  const isWhole = !upper.inline && !lower.inline && upper.endParagraph < lower.paragraph;
  if (!isWhole) return null;
  return swapParagraphs(applyEdits(paragraphs, exchangeNumbers(lists, upper, lower)), upper, lower, isUp);
}

/**
 * Moves the part that begins at `place` before its predecessor (`up`) or behind its successor (`down`), and renumbers.
 * Null at the end of a list, where no part begins, and where a point is tied into a paragraph with other text.
 */
export function moveSection(
  paragraphs: readonly string[],
  place: { readonly paragraph: number; readonly start: number },
  direction: 'up' | 'down',
): Move | null {
  return finish(moveSectionSteps(paragraphs, place, direction));
}

/** {@link moveSection} a little at a time. */
export function* moveSectionSteps(
  paragraphs: readonly string[],
  place: { readonly paragraph: number; readonly start: number },
  direction: 'up' | 'down',
): Steps<Move | null> {
  const isPlace = (node: OutlineNode) => node.paragraph === place.paragraph && node.start === place.start;
  const lists = yield* memberListSteps(paragraphs);
  const list = lists.find(({ members }) => members.some(isPlace));
  if (!list) return null;
  const index = list.members.findIndex(isPlace);
  const isUp = direction === 'up';
  const upper = list.members[isUp ? index - 1 : index];
  const lower = list.members[isUp ? index : index + 1];
  const swapped = upper && lower ? swap(paragraphs, lists, [upper, lower], isUp) : null;
  if (!swapped) return null;
  const result = applyEdits(swapped.paragraphs, yield* renumberSteps(swapped.paragraphs));
  const isChanged = (line: string, paragraph: number) => line !== paragraphs[paragraph];
  const first = result.findIndex(isChanged);
  if (first < 0) return null;
  const last = result.findLastIndex(isChanged);
  return { paragraph: first, endParagraph: last, text: result.slice(first, last + 1), movedTo: swapped.movedTo };
}
