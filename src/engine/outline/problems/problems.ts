import { endsStep, finish, type Steps } from '../../steps';
import { applyEdits, type Edit } from '../edit';
import { type Marker, markerText } from '../marker';
import { closesInWords, expectedMarkers, type MemberList, memberListSteps } from '../memberLists';
import type { OutlineNode } from '../outline';
import { lastReadMarkerSteps } from '../reading/placedMarkers';
import { SERIES, SPOKEN_LEVEL, seriesOf } from '../series';
import { isBlank } from '../title';
import { doubledMarkerSteps } from './doubledMarkers';

/** What can be wrong with a number of a draft. */
export type NumberingCode =
  /** A number is left out: 一、 三、. */
  | 'missing'
  /** A number stands twice: 二、 二、. */
  | 'repeated'
  /** A smaller number follows a larger one: 三、 二、. */
  | 'out-of-order'
  /** Another style amid a list: 首先 其次 第三. */
  | 'mixed-series'
  /** Another level amid a list, or a higher level under a lower one: （一） （二） 三、; 一、 under （一）. */
  | 'mixed-level'
  /** A first member without a second, though the text goes on: 一是 with no 二是. */
  | 'alone'
  /** Two numbers before one heading: 三、二、突出重点. */
  | 'doubled'
  /** More numbers than are read: nothing is known of those behind this one. */
  | 'unread';

/** Something wrong with the numbering of a text. */
export interface NumberingProblem {
  readonly code: NumberingCode;
  /** 0-based. */
  readonly paragraph: number;
  /** UTF-16 span of the marker in its paragraph. */
  readonly start: number;
  readonly end: number;
  readonly found: string;
  /** The marker that belongs there. Null where only the writer knows. */
  readonly expected: string | null;
  /** What mends it: the marker, or all markers of a list on the wrong level. Empty where only the writer knows. */
  readonly fix: readonly Edit[];
  /** The last paragraph in which the writer, going on, may still mend it: 二是 is missing only where its part is at its end. */
  readonly openUntil: number;
}

function markerEdit({ marker, paragraph }: OutlineNode, text: string): Edit {
  return { paragraph, start: marker.start, end: marker.end, text };
}

function problem(
  code: NumberingCode,
  { marker, paragraph }: OutlineNode,
  expected: string | null,
  more: Partial<Pick<NumberingProblem, 'fix' | 'openUntil'>> = {},
): NumberingProblem {
  const { start, end } = marker;
  const fix = expected === null ? [] : [{ paragraph, start, end, text: expected }];
  return { code, paragraph, start, end, found: markerText(marker), expected, fix, openUntil: paragraph, ...more };
}

function codeOf({ members, series, start }: MemberList, index: number): NumberingCode | null {
  const { marker } = members[index]!;
  if (marker.series !== series) {
    const isSpoken = marker.level === SPOKEN_LEVEL || seriesOf(series).level === SPOKEN_LEVEL;
    return isSpoken ? 'mixed-series' : 'mixed-level';
  }
  const before = members[index - 1]?.marker.number ?? start - 1;
  if (marker.number === before + 1 || (closesInWords(members[index]!, members) && before < marker.number)) return null;
  if (marker.number === before) return 'repeated';
  return marker.number > before ? 'missing' : 'out-of-order';
}

function numberProblems(list: MemberList): NumberingProblem[] {
  const expected = expectedMarkers(list);
  return list.members.flatMap((member, index) => {
    const code = codeOf(list, index);
    const right = expected[index]!;
    return code && right !== markerText(member.marker) ? [problem(code, member, right)] : [];
  });
}

/** How the member at `index` would be marked on the level customary under `parent`. */
function properMarker(parent: Marker, index: number): string | null {
  const proper = SERIES.find(({ level }) => level === parent.level + 1);
  const form = proper?.forms[0];
  const numeral = proper?.numerals.format(index + 1);
  if (!form || !numeral || proper.level === SPOKEN_LEVEL) return null;
  return form.before + numeral + form.after;
}

/** 一、 under （一）: one problem for the whole list, at its first member; the level customary under the parent is right. */
function levelProblems({ parent, members, series }: MemberList): NumberingProblem[] {
  if (!parent || seriesOf(series).level >= seriesOf(parent.series).level) return [];
  const proper = members.map((_, index) => properMarker(parent.marker, index));
  const fix = members.flatMap((member, index) => (proper[index] == null ? [] : [markerEdit(member, proper[index])]));
  if (fix.length < members.length) return [];
  return [problem('mixed-level', members[0]!, proper[0]!, { fix })];
}

/** What follows one point without a number of its own: 另一种是…, 还有…. */
const OTHERWISE_COUNTED = /另一|另外|其二|二则|二者|再就是|再一个|还有|此外|第二|二[是要、，]/;

/** What is asked again and again about the text behind a point. */
interface Behind {
  /** The last paragraph that is not blank. */
  readonly lastText: number;
  /** The next paragraph from here on that goes on without a number of its own; beyond the text where none does. */
  otherwiseCounted(from: number): number;
}

function createBehind(paragraphs: readonly string[]): Behind {
  let next: Int32Array | undefined;
  return {
    lastText: paragraphs.findLastIndex(text => !isBlank(text)),
    otherwiseCounted(from) {
      if (!next) {
        next = new Int32Array(paragraphs.length + 1).fill(paragraphs.length);
        for (let i = paragraphs.length - 1; i >= 0; i--)
          next[i] = OTHERWISE_COUNTED.test(paragraphs[i]!) ? i : next[i + 1]!;
      }
      return next[from] ?? paragraphs.length;
    },
  };
}

function aloneProblems(
  paragraphs: readonly string[],
  { members }: MemberList,
  openUntil: number,
  behind: Behind,
): NumberingProblem[] {
  const [member] = members;
  // 首先 alone says what comes first, with nothing to come second.
  if (members.length !== 1 || member?.marker.number !== 1 || member.marker.series === 'word') return [];
  const { paragraph, marker, endParagraph, end } = member;
  // At the end of the text the writer may just be about to write the second.
  if (endParagraph >= behind.lastText && isBlank(paragraphs[endParagraph]!.slice(end))) return [];
  const goesOn = () =>
    OTHERWISE_COUNTED.test(paragraphs[paragraph]!.slice(marker.end)) ||
    behind.otherwiseCounted(paragraph + 1) <= openUntil;
  if (marker.level === SPOKEN_LEVEL && goesOn()) return [];
  return [problem('alone', member, null, { openUntil })];
}

function* doubledProblems(paragraphs: readonly string[]): Steps<NumberingProblem[]> {
  return (yield* doubledMarkerSteps(paragraphs)).map(({ paragraph, start, end, found, expected, fix }) => ({
    code: 'doubled',
    paragraph,
    start,
    end,
    found,
    expected,
    fix: [fix],
    openUntil: paragraph,
  }));
}

function* unreadProblems(paragraphs: readonly string[]): Steps<NumberingProblem[]> {
  const last = yield* lastReadMarkerSteps(paragraphs);
  if (!last) return [];
  const { paragraph, start, end } = last;
  const found = markerText(last);
  return [{ code: 'unread', paragraph, start, end, found, expected: null, fix: [], openUntil: paragraph }];
}

/** What is wrong with the numbering of a text, in the order of the text. */
export function checkNumbering(paragraphs: readonly string[]): NumberingProblem[] {
  return finish(numberingSteps(paragraphs));
}

/** {@link checkNumbering} a little at a time. */
export function* numberingSteps(paragraphs: readonly string[]): Steps<NumberingProblem[]> {
  const doubled = yield* doubledProblems(paragraphs);
  // One of two numbers has to go first; whether the others are right shows then.
  const text = applyEdits(
    paragraphs,
    doubled.flatMap(({ fix }) => fix),
  );
  const isDoubled = new Set(doubled.map(({ paragraph }) => paragraph));
  const behind = createBehind(text);
  const found: NumberingProblem[] = [];
  for (const [index, list] of (yield* memberListSteps(text)).entries()) {
    const openUntil = list.parent?.endParagraph ?? text.length - 1;
    for (const problems of [levelProblems(list), numberProblems(list), aloneProblems(text, list, openUntil, behind)])
      for (const one of problems) found.push(one);
    if (endsStep(index)) yield;
  }
  const others = found.filter(
    ({ paragraph, fix }) => ![paragraph, ...fix.map(edit => edit.paragraph)].some(line => isDoubled.has(line)),
  );
  const unread = yield* unreadProblems(paragraphs);
  return [...doubled, ...others, ...unread].sort(
    (left, right) => left.paragraph - right.paragraph || left.start - right.start,
  );
}
