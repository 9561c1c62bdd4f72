import type { Steps } from '../../steps';
import { announcedAtEnd } from '../announcedCount';
import type { Marker } from '../marker';
import { memberListSteps } from '../memberLists';
import type { OutlineNode } from '../outline';
import { formOf, isBlank } from '../title';

/** What Enter goes on with by itself: nothing, lists of items without text of their own below, headings too. */
export type EnterMode = 'off' | 'lists' | 'headings';

/** What stands under a numbered line as a rule: the next number at once, or text first. */
export type Habit = 'list' | 'text' | 'unclear';

/** What can be seen of a numbered line behind which Enter was pressed. */
export interface Signs {
  /** It is the last of its list: by the number announced, or by its full stop behind semicolons. */
  readonly isLast: boolean;
  /** How its fellows so far stand in the draft: one under another, or with text between; `unclear` where it has none. */
  readonly draft: Habit;
  /** How the articles of the corpus go on behind such a line. */
  readonly corpus: Habit;
  /** It ends with a semicolon. */
  readonly isOpen: boolean;
  /** 一是 and 一要 begin items; 第一， items or headings; 一、 headings, and 首先，我代表… just a speech. */
  readonly counts: 'items' | 'either' | 'headings';
  /** A title alone (一、抓产业), or text that ends a sentence (一是抓产业。). */
  readonly form: 'title' | 'sentence';
}

/**
 * The first row that fits decides. What the draft shows comes first, then what the line itself shows, then the habit of the
 * corpus, then custom. Where no row fits it is not clear: Enter is a new line and nothing else.
 */
const ROWS: readonly (readonly [fits: (signs: Signs) => boolean, isList: boolean])[] = [
  [({ isLast }) => isLast, false],
  [({ draft }) => draft === 'text', false],
  [({ draft }) => draft === 'list', true],
  [({ isOpen }) => isOpen, true],
  [({ corpus }) => corpus === 'text', false],
  [({ corpus }) => corpus === 'list', true],
  [({ counts }) => counts === 'items', true],
  [({ counts, form }) => counts === 'either' && form === 'sentence', true],
];

/** Whether a numbered line is an item of a list, whose next item Enter begins: `一是抓早。|` is, `一、提高认识|` is not. */
export function isListItem(signs: Signs): boolean {
  return ROWS.find(([fits]) => fits(signs))?.[1] ?? false;
}

const COUNTS: Partial<Record<Marker['series'], Signs['counts']>> = {
  is: 'items',
  must: 'items',
  ordinal: 'either',
  among: 'either',
};

/** A member that says there is another: 一是抓早；. */
const OPEN = /[；;]\s*$/;

/** The signs that the line itself shows, of whether its number goes on. */
export function signsOfLine(line: string, marker: Marker): Pick<Signs, 'isOpen' | 'counts' | 'form'> {
  return {
    isOpen: OPEN.test(line),
    counts: COUNTS[marker.series] ?? 'headings',
    form: /[。！？；…][”’」』）》*]*\s*$/.test(line) || formOf(line, marker) === 'runIn' ? 'sentence' : 'title',
  };
}

/** What the draft shows of the list that its last line is a member of. */
export function* signsOfDraft(linesUpTo: readonly string[], marker: Marker): Steps<Pick<Signs, 'draft' | 'isLast'>> {
  const lists = (yield* memberListSteps(linesUpTo))
    .map(({ members }) => members.filter(member => !member.inline && member.marker.level === marker.level))
    .filter(([first]) => first?.series === marker.series);
  const own = lists.find(members => members.some(({ paragraph }) => paragraph === linesUpTo.length - 1)) ?? [];
  return { draft: habitOfDraft(linesUpTo, lists, own), isLast: isLastMember(linesUpTo, own, marker.number) };
}

type Members = readonly OutlineNode[];

/**
 * How the members of the series stand in the draft: those of the same list; where it is the first of its list, those of the other
 * lists of its series (（一） of section 二 is written as that of section 一 was).
 */
function habitOfDraft(lines: readonly string[], lists: readonly Members[], own: Members): Habit {
  if (own.length > 1) return habitOf(lines, own);
  return lists.map(members => habitOf(lines, members)).findLast(habit => habit !== 'unclear') ?? 'unclear';
}

/**
 * Is the list at its end? As many members as were announced before it (下面讲三点意见), or this one ends with a full stop where all
 * its fellows end with a semicolon.
 */
function isLastMember(lines: readonly string[], own: Members, number: number): boolean {
  const [first, ...others] = own;
  if (!first) return false;
  const isClosed = others.length > 0 && own.slice(0, -1).every(({ paragraph }) => OPEN.test(lines[paragraph]!));
  if (isClosed && !OPEN.test(lines.at(-1)!)) return true;
  if (first.marker.number !== 1) return false;
  const before = lines.slice(0, first.paragraph).findLast(line => !isBlank(line)) ?? '';
  return number >= (announcedAtEnd(before) ?? Number.POSITIVE_INFINITY);
}

function habitOf(lines: readonly string[], members: Members): Habit {
  if (members.length < 2) return 'unclear';
  const hasText = members.some((member, i) => {
    const next = members[i + 1];
    return next !== undefined && lines.slice(member.paragraph + 1, next.paragraph).some(text => !isBlank(text));
  });
  return hasText ? 'text' : 'list';
}
