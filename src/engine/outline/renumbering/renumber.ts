import { finish, type Steps } from '../../steps';
import { applyEdits, type Edit } from '../edit';
import { markerText } from '../marker';
import { expectedMarkers, memberListSteps } from '../memberLists';
import { doubledMarkerSteps } from '../problems/doubledMarkers';

/** Which paragraphs are renumbered: 0-based, both inclusive. */
export interface Scope {
  readonly paragraph: number;
  readonly endParagraph: number;
}

/**
 * A corrected number can show a structure that the wrong one hid, which then asks for one more look.
 * The bound is for text made of nothing but contradictions, should any never come to rest.
 */
const MAX_LOOKS = 12;

function* editsOnce(paragraphs: readonly string[], scope: Scope): Steps<Edit[]> {
  // As the levels stand: a number is mended within its level, never by another.
  return (yield* memberListSteps(paragraphs, { keepsLevels: true })).flatMap(list => {
    const expected = expectedMarkers(list);
    return list.members.flatMap(({ marker, paragraph }, index) => {
      const text = expected[index]!;
      const isInside = paragraph >= scope.paragraph && paragraph <= scope.endParagraph;
      if (!isInside || text === markerText(marker)) return [];
      return [{ paragraph, start: marker.start, end: marker.end, text }];
    });
  });
}

/** Of two numbers of one level before one heading, the one that was written by hand. */
function* singleMarkers(paragraphs: readonly string[], scope: Scope): Steps<string[]> {
  const fixes = (yield* doubledMarkerSteps(paragraphs))
    .filter(
      ({ paragraph, keepsLevel }) => keepsLevel && paragraph >= scope.paragraph && paragraph <= scope.endParagraph,
    )
    .map(({ fix }) => fix);
  return applyEdits(paragraphs, fixes);
}

/** The least change of each line, as one edit: what stands before and behind it is the same in both. */
function lineEdits(before: readonly string[], after: readonly string[]): Edit[] {
  return before.flatMap((old, paragraph) => {
    const text = after[paragraph]!;
    if (old === text) return [];
    let start = 0;
    while (start < old.length && old[start] === text[start]) start++;
    let tail = 0;
    while (tail < Math.min(old.length, text.length) - start && old.at(-1 - tail) === text.at(-1 - tail)) tail++;
    return [{ paragraph, start, end: old.length - tail, text: text.slice(start, text.length - tail) }];
  });
}

/**
 * The edits that make every number right: missing, repeated and doubled ones. A marker keeps its level: 一、（一）（二）三、 →
 * 一、（一）（二）二、. `['一是快', '三是稳']` → 三 becomes 二.
 * With a scope only markers inside it change, numbered as their place in the whole text asks.
 */
export function renumber(
  paragraphs: readonly string[],
  scope: Scope = { paragraph: 0, endParagraph: paragraphs.length - 1 },
): Edit[] {
  return finish(renumberSteps(paragraphs, scope));
}

/** {@link renumber} a little at a time. */
export function* renumberSteps(
  paragraphs: readonly string[],
  scope: Scope = { paragraph: 0, endParagraph: paragraphs.length - 1 },
): Steps<Edit[]> {
  let current: readonly string[] = yield* singleMarkers(paragraphs, scope);
  for (let look = 0; look < MAX_LOOKS; look++) {
    const edits = yield* editsOnce(current, scope);
    if (edits.length === 0) break;
    current = applyEdits(current, edits);
    yield;
  }
  return lineEdits(paragraphs, current);
}
