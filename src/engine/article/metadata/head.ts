import { countHan } from '../../text/han';
import { isAboveTitle, isNoteAboutText } from './aboveTitle';
import { adoptedOn, isInForceFrom } from './adopted';
import { bylineOf } from './byline';
import { dateLine } from './dateLine';
import { parseDate } from './dates';
import { readDelivered } from './delivered';
import {
  BODY_ALONE,
  COLUMN_NOUN,
  DOCUMENT_NUMBER,
  EDITORS_NOTE,
  FIRST_PART,
  isSalutation,
  MEDIUM_LINE,
  NUMBERED,
  PLACE_LINE,
} from './headPatterns';
import { isPersonName, mayBeRareName, speakerBeforeOccasion, speakerOf, unwrapped } from './names';
import { occasionOf } from './occasion';
import { bare, GENRE_END, isSameTitle, joinedTitle, SPOKEN_AT, withoutDay } from './titleLines';

/** What the head of an article says, and which of its lines say it. */
export interface Head {
  title: string | null;
  date: string | null;
  /** The last day of those on which it was adopted or amended, where lines without brackets say so. */
  adopted: string | null;
  speaker: string | null;
  /** Who wrote it: a name that stands alone below the title, or beside a paper. In a report it is the reporter's. */
  author: string | null;
  occasion: string | null;
  /** Index of the line → why it is no paragraph. */
  readonly taken: Map<number, 'metadata' | 'repeated-title'>;
}

/** Between the cells of a row; a row above the title lays out a letterhead. */
const CELL_SEPARATOR = '｜';
const LONGEST_HEAD_LINES = 16;
const LONGEST_TITLE_HAN = 60;
const LONGEST_COLUMN_HAN = 8;
/** The first half of a title that a comma ends. */
const LONGEST_HALF_HAN = 20;
/** A headline may repeat the title without the name of the column before it. */
const SHORTEST_PART_OF_TITLE = 6;
/** What a repeated title may have more than the title: a name with its office, a day, the name of a site. */
const MOST_BESIDE_TITLE = 24;
/**
 * Reads the lines at the top of an article until its prose begins. `known` is what the file format or the folder has
 * said already; a title that is known is only looked for to find where it is repeated.
 */
export function readHead(lines: readonly string[], known: { title: string | null }): Head {
  const head: Head = {
    title: known.title,
    date: null,
    adopted: null,
    speaker: null,
    author: null,
    occasion: null,
    taken: new Map(),
  };
  const end = headEnd(lines);
  const candidates: number[] = [];
  const spokenDates = new Set<number>();
  const isBelowTitle = () => known.title !== null || candidates.some(at => !isAboveTitle(lines[at]!));
  for (let i = 0; i < end; i++) {
    const line = lines[i]!.trim();
    if (isInForceFrom(line)) {
      head.taken.set(i, 'metadata');
      continue;
    }
    const date = dateLine(line);
    if (date) {
      head.date ??= date.date;
      head.speaker ??= date.speaker;
      head.occasion ??= readDelivered(line)?.occasion ?? null;
      head.taken.set(i, 'metadata');
      if (date.isSpoken) spokenDates.add(i);
      continue;
    }
    const adopted = isBelowTitle() ? adoptedOn(line) : null;
    if (adopted) {
      if (head.adopted === null || adopted > head.adopted) head.adopted = adopted;
      head.taken.set(i, 'metadata');
      continue;
    }
    const speaker = isChair(line, lines) ? null : speakerOf(line);
    const byline = bylineOf(line);
    if (DOCUMENT_NUMBER.test(line) || isNoteAboutText(line)) {
      head.taken.set(i, 'metadata');
    } else if (takeDelivered(line, head, isBelowTitle())) {
      head.taken.set(i, 'metadata');
    } else if (speaker) {
      if (isPersonName(unwrapped(line))) head.author ??= speaker;
      else head.speaker ??= speaker;
      head.taken.set(i, 'metadata');
    } else if (byline) {
      head.author ??= byline.author;
      head.taken.set(i, 'metadata');
    } else if (isTitleLike(line) || isAboveTitle(line)) candidates.push(i);
  }
  if (head.title === null && candidates.length === 0) takeDeliveredAsTitle(lines, head);
  if (head.title === null && lines.length > head.taken.size + 1) takeTitle(lines, candidates, head);
  if (head.title !== null) {
    takeRepetitions(lines, candidates, head);
    takeAround(lines, candidates, head, end, spokenDates);
  }
  return head;
}

/** 主持人：李四 says who speaks only in what a chairman says. */
function isChair(line: string, lines: readonly string[]): boolean {
  return /^主\s*持/.test(line) && PLACE_LINE.test(line) && !/主持/.test(lines[0] ?? '');
}

/** Where nothing else can be the title, the line that says the occasion is it: `2015年3月2日在…会议上的讲话`. */
function takeDeliveredAsTitle(lines: readonly string[], head: Head): void {
  const first = lines[0]?.trim() ?? '';
  const spoken = first.slice(Math.max(0, first.indexOf('在')));
  if (head.taken.has(0) && !/^[—–─（(]/.test(first) && SPOKEN_AT.test(spoken)) head.title = spoken;
}

/** Takes date, occasion and speaker from such a line; true where it says nothing else and a title stands above it. */
function takeDelivered(line: string, head: Head, isBelowTitle: boolean): boolean {
  const said = readDelivered(line);
  if (said === null) return false;
  const startsAsSubtitle = /^[—–─\-（(]/.test(line) || (parseDate(line.slice(0, 14))?.length ?? 0) > 4;
  if (!startsAsSubtitle && !isBelowTitle) return false;
  head.date ??= said.date;
  head.occasion ??= said.occasion;
  head.speaker ??= said.speaker;
  return said.isWhole;
}

/** Index of the first line of prose. */
function headEnd(lines: readonly string[]): number {
  const last = Math.min(lines.length, LONGEST_HEAD_LINES);
  for (let i = 0; i < last; i++) {
    const line = lines[i]!.trim();
    if (isSalutation(line)) return i;
    if (dateLine(line) || readDelivered(line) || adoptedOn(line) || isAboveTitle(line) || EDITORS_NOTE.test(line))
      continue;
    const isPart = NUMBERED.test(line) || FIRST_PART.test(line);
    if (isPart || countHan(line) > LONGEST_TITLE_HAN || /[。；：]$/.test(line)) return i;
  }
  return last;
}

function isTitleLike(line: string): boolean {
  const length = countHan(line);
  return (
    length >= 2 &&
    length <= LONGEST_TITLE_HAN &&
    (!/[。；：，、]$/.test(line) || (/^[^，。；：]+，$/.test(line) && length <= LONGEST_HALF_HAN)) &&
    (line.match(/[，。]/g)?.length ?? 0) <= 3
  );
}

function takeTitle(lines: readonly string[], candidates: readonly number[], head: Head): void {
  const repeated = candidates.find((at, i) =>
    candidates.slice(i + 1).some(other => isSameTitle(lines[at]!, lines[other]!)),
  );
  const open = [...candidates];
  // What stands above the title goes, as long as another line can be the title.
  while (
    open.length > 1 &&
    (isAboveTitle(lines[open[0]!]!) ||
      lines[open[0]!]!.includes(CELL_SEPARATOR) ||
      isHeadlessMedium(lines, open) ||
      isColumnAbove(lines, open))
  ) {
    head.taken.set(open.shift()!, 'metadata');
  }
  const first = repeated !== undefined && open.includes(repeated) ? repeated : open[0];
  const isProse = (i: number) => !head.taken.has(i) && !EDITORS_NOTE.test(lines[i]!);
  // Only a line that opens the text, but for lines with metadata, is a title; a short line further down is a heading.
  if (first === undefined || (repeated === undefined && [...Array(first).keys()].some(isProse))) return;
  if (countHan(lines[first]!) < 3) return;
  const { title, used } = joinedTitle(lines, open, first, i => endsTitle(lines[i]?.trim() ?? ''));
  const { text, date } = withoutDay(title);
  // 在…上的讲话（2015年3月2日 李四）
  head.speaker ??= dateLine(title.slice(text.length))?.speaker ?? null;
  head.title = /^《[^《》]+》$/.test(text) ? text.slice(1, -1) : text;
  head.date ??= date;
  for (const at of used) head.taken.set(at, 'metadata');
}

/** A day, a greeting or a name with its office; a byline stands below headings too. */
function endsTitle(line: string): boolean {
  return isSalutation(line) || dateLine(line) !== null || speakerOf(line) !== null;
}

/** The name of an account or a paper above the title. */
function isHeadlessMedium(lines: readonly string[], open: readonly number[]): boolean {
  return MEDIUM_LINE.test(lines[open[0]!]!.trim()) && open[1] !== undefined && GENRE_END.test(lines[open[1]]!.trim());
}

/**
 * 领导讲话 above 在…会议上的讲话, 专题党课 above a title that a day or a name follows: the name of a kind of texts, the next
 * line being whole without it.
 */
function isColumnAbove(lines: readonly string[], open: readonly number[]): boolean {
  const first = lines[open[0]!]!.trim();
  const below = open.find((at, i) => i > 0 && !isAboveTitle(lines[at]!));
  if (below === undefined || countHan(first) > LONGEST_COLUMN_HAN || /[，、：]/.test(first)) return false;
  if (/^[—–─（(]/.test(lines[below]!.trim()) || /^(?:关于|在)/.test(first)) return false;
  if (!COLUMN_NOUN.test(first) && !GENRE_END.test(first)) return false;
  const next = lines[below]!.trim();
  if (SPOKEN_AT.test(next)) return true;
  return COLUMN_NOUN.test(first) && countHan(next) > countHan(first) && endsTitle(lines[below + 1]?.trim() ?? '');
}

/** Lines that repeat the title, perhaps over several lines, perhaps with the speaker, a date or the name of the site added. */
function takeRepetitions(lines: readonly string[], candidates: readonly number[], head: Head): void {
  const title = bare(head.title ?? '');
  takeBrokenTitle(lines, candidates, title, head);
  for (const at of candidates) {
    if (head.taken.has(at)) continue;
    const text = lines[at]!;
    const line = bare(text);
    const isAbout = title.length >= 4 && line.includes(title);
    if (isAbout && takeBeside(text, line, title, head)) {
      head.taken.set(at, 'repeated-title');
    } else if (line.length >= SHORTEST_PART_OF_TITLE && title.includes(line) && line.length * 2 >= title.length) {
      head.taken.set(at, 'repeated-title');
    } else if (/^[—–-]{1,2}\s*在/.test(text.trim()) && occasionOf(withoutDay(text).text)) {
      const day = withoutDay(text);
      head.occasion ??= occasionOf(day.text);
      head.date ??= day.date;
      head.taken.set(at, 'metadata');
    }
  }
}

/** A title that is known stands broken over several lines. */
function takeBrokenTitle(lines: readonly string[], candidates: readonly number[], title: string, head: Head): void {
  for (const start of candidates) {
    if (head.taken.has(start)) continue;
    let joined = '';
    let at = start;
    while (
      candidates.includes(at) &&
      !head.taken.has(at) &&
      title.startsWith(joined + bare(lines[at]!)) &&
      joined.length < title.length
    ) {
      joined += bare(lines[at++]!);
    }
    if (at - start < 2 || joined.length < title.length) continue;
    for (let i = start; i < at; i++) head.taken.set(i, 'repeated-title');
    return;
  }
}

/** Reads what a repeated title has beside the title; false where that is too much to be only a repetition. */
function takeBeside(text: string, line: string, title: string, head: Head): boolean {
  const at = line.indexOf(title);
  const rest = line.slice(0, at) + line.slice(at + title.length);
  const speaker =
    speakerBeforeOccasion(line.slice(0, at)) ?? speakerOf(rest) ?? speakerOf(line.slice(at + title.length));
  const date = parseDate(text.replace(head.title ?? '', ' '));
  if (rest.length > 10 && !(speaker && rest.length <= MOST_BESIDE_TITLE)) return false;
  head.speaker ??= speaker;
  head.date ??= date;
  return true;
}

/** What is left between title and text and can be read once the title is known: notes, an account, a name that is rare. */
function takeAround(
  lines: readonly string[],
  candidates: readonly number[],
  head: Head,
  end: number,
  spokenDates: ReadonlySet<number>,
): void {
  const isGreeting = isSalutation(lines[end]?.trim() ?? '');
  const hasOpenLines = candidates.filter(at => !head.taken.has(at));
  const last = Math.max(-1, ...head.taken.keys());
  for (const at of hasOpenLines) {
    const line = lines[at]!.trim();
    const isPlace =
      PLACE_LINE.test(line) &&
      (isGreeting || (head.speaker ?? head.author) !== null || SPOKEN_AT.test(head.title ?? ''));
    const isBody = BODY_ALONE.test(line) && (isGreeting || spokenDates.has(at - 1) || spokenDates.has(at + 1));
    if (
      isPlace ||
      isBody ||
      (at < last && (isAboveTitle(line) || (MEDIUM_LINE.test(line) && !isSameTitle(line, head.title ?? ''))))
    ) {
      head.taken.set(at, 'metadata');
    } else if (
      (head.speaker ?? head.author) === null &&
      mayBeRareName(line) &&
      (spokenDates.has(at - 1) || spokenDates.has(at + 1)) &&
      (isGreeting || GENRE_END.test(head.title ?? ''))
    ) {
      head.speaker = line.replace(/\s/g, '');
      head.taken.set(at, 'metadata');
    }
  }
}
