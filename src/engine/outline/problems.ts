import { markerText } from './marker';
import { expectedMarkers, type MemberList, memberLists } from './memberLists';
import { type OutlineNode, parseOutline } from './outline';
import { SERIES, SPOKEN_LEVEL, seriesOf } from './series';
import { isBlank } from './title';

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
  | 'alone';

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
}

function problem(code: NumberingCode, { marker, paragraph }: OutlineNode, expected: string | null): NumberingProblem {
  return { code, paragraph, start: marker.start, end: marker.end, found: markerText(marker), expected };
}

function codeOf({ members, series, start }: MemberList, index: number): NumberingCode | null {
  const { marker } = members[index]!;
  if (marker.series !== series) {
    const isSpoken = marker.level === SPOKEN_LEVEL || seriesOf(series).level === SPOKEN_LEVEL;
    return isSpoken ? 'mixed-series' : 'mixed-level';
  }
  const before = members[index - 1]?.marker.number ?? start - 1;
  const isClosing = marker.number === seriesOf(series).closing && index === members.length - 1;
  if (marker.number === before + 1 || (isClosing && before < marker.number)) return null;
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

/** 一、 under （一）: the level customary under the parent would be right. */
function levelProblems({ parent, members, series }: MemberList): NumberingProblem[] {
  if (!parent || seriesOf(series).level >= seriesOf(parent.series).level) return [];
  const proper = SERIES.find(({ level }) => level === seriesOf(parent.series).level + 1);
  const form = proper?.forms[0];
  if (!proper || !form || proper.level === SPOKEN_LEVEL) return [];
  return members.map((member, index) => {
    const numeral = proper.numerals.format(index + 1);
    return problem('mixed-level', member, numeral === null ? null : form.before + numeral + form.after);
  });
}

function aloneProblems(isLast: (node: OutlineNode) => boolean, { members }: MemberList): NumberingProblem[] {
  const [member] = members;
  // 首先 alone says what comes first, with nothing to come second.
  if (members.length !== 1 || member?.marker.number !== 1 || member.marker.series === 'word') return [];
  // At the end of the text the writer may just be about to write the second.
  return isLast(member) ? [] : [problem('alone', member, null)];
}

/** What is wrong with the numbering of a text, in the order of the text. */
export function checkNumbering(
  paragraphs: readonly string[],
  outline: readonly OutlineNode[] = parseOutline(paragraphs),
): NumberingProblem[] {
  const lastParagraph = paragraphs.findLastIndex(text => !isBlank(text));
  const isLast = ({ endParagraph, end }: OutlineNode) =>
    endParagraph >= lastParagraph && isBlank(paragraphs[endParagraph]!.slice(end));
  return memberLists(outline)
    .flatMap(list => [...levelProblems(list), ...numberProblems(list), ...aloneProblems(isLast, list)])
    .sort((left, right) => left.paragraph - right.paragraph || left.start - right.start);
}
