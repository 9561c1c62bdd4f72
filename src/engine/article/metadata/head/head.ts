import { countHan } from '../../../text/han';
import { adoptedOn, isInForceFrom } from '../adopted';
import { bylineOf } from '../byline';
import { dateLine } from '../dates/dateLine';
import { parseDate } from '../dates/dates';
import { readDelivered } from '../delivered';
import { isPersonName, mayBeRareName, speakerBeforeOccasion, speakerOf, unwrapped } from '../names';
import { isAboveTitle, isNoteAboutText } from './aboveTitle';
import type { Head } from './headFacts';
import {
  BODY_ALONE,
  DOCUMENT_NUMBER,
  EDITORS_NOTE,
  FIRST_PART,
  isSalutation,
  MEDIUM_LINE,
  NUMBERED,
  OFFICE_ALONE,
  PLACE_LINE,
} from './headPatterns';
import { takeTitle } from './headTitle';
import { takeRepetitions } from './repeatedTitle';
import { GENRE_END, isSameTitle, SPOKEN_AT } from './titleLines';

/** A day that leaves out its year, as pages do. */
const MONTH_DAY = /^[（(]?\d{1,2}月\d{1,2}日(?:[上下]午)?[）)]?$/;
/** Of the lines about a meeting, the ones that no text has. */
const WHERE = /^.{0,2}地\s*点|^会议名称/;
const LONGEST_HEAD_LINES = 16;
const LONGEST_TITLE_HAN = 60;
/** The first half of a title that a comma ends. */
const LONGEST_HALF_HAN = 20;

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
  let isHeadDated = false;
  const isBelowTitle = () => known.title !== null || candidates.some(at => !isAboveTitle(lines[at]!));
  for (let i = 0; i < end; i++) {
    const line = lines[i]!.trim();
    if (isInForceFrom(line)) {
      head.taken.set(i, 'metadata');
      continue;
    }
    const date = dateLine(line);
    if (date) {
      // What a running head is dated to gives way to the day in brackets.
      if (head.date === null || (isHeadDated && date.isWrapped)) head.date = date.date;
      isHeadDated = date.isLed && (isHeadDated || head.taken.size === 0);
      head.speaker ??= date.speaker;
      head.occasion ??= readDelivered(line)?.occasion ?? null;
      head.taken.set(i, 'metadata');
      if (date.isSpoken) spokenDates.add(i);
      continue;
    }
    if (MONTH_DAY.test(line) && isBelowTitle()) {
      head.taken.set(i, 'metadata');
      continue;
    }
    const adopted = isBelowTitle() ? adoptedOn(line) : null;
    if (adopted) {
      if (head.adopted === null || adopted > head.adopted) head.adopted = adopted;
      head.taken.set(i, 'metadata');
      continue;
    }
    const speaker = isChair(line, lines) ? null : (speakerOf(line) ?? speakerAbove(line, lines[i + 1]));
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

/** 李四县长 above 在…上的讲话. */
function speakerAbove(line: string, below: string | undefined): string | null {
  return SPOKEN_AT.test(below?.trim() ?? '') ? speakerBeforeOccasion(line) : null;
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
  const isNameLine = (at: number) => head.taken.has(at) && isPersonName(unwrapped(lines[at] ?? ''));
  for (const at of hasOpenLines) {
    const line = lines[at]!.trim();
    const isBesideDay = spokenDates.has(at - 1) || spokenDates.has(at + 1);
    const isPlace =
      PLACE_LINE.test(line) &&
      (WHERE.test(line) || isGreeting || (head.speaker ?? head.author) !== null || SPOKEN_AT.test(head.title ?? ''));
    const isOffice = OFFICE_ALONE.test(line) && (isNameLine(at + 1) || isNameLine(at - 1));
    const isBody = BODY_ALONE.test(line) && (isGreeting || isBesideDay);
    if (
      isPlace ||
      isOffice ||
      isBody ||
      (at < last && (isAboveTitle(line) || (MEDIUM_LINE.test(line) && !isSameTitle(line, head.title ?? ''))))
    ) {
      head.taken.set(at, 'metadata');
    } else if (
      (head.speaker ?? head.author) === null &&
      mayBeRareName(line) &&
      isBesideDay &&
      (isGreeting || GENRE_END.test(head.title ?? ''))
    ) {
      head.speaker = line.replace(/\s/g, '');
      head.taken.set(at, 'metadata');
    }
  }
}
