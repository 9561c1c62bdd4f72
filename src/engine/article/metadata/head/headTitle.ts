import { countHan } from '../../../text/han';
import { dateLine } from '../dates/dateLine';
import { speakerOf } from '../names';
import { isAboveTitle } from './aboveTitle';
import type { Head } from './headFacts';
import { COLUMN_NOUN, EDITORS_NOTE, isSalutation, MEDIUM_LINE } from './headPatterns';
import { GENRE_END, ISSUER, isSameTitle, joinedTitle, SPOKEN_AT, withoutDay } from './titleLines';

/** Between the cells of a row; a row above the title lays out a letterhead. */
const CELL_SEPARATOR = '｜';
const LONGEST_COLUMN_HAN = 8;
const COLUMN_BEFORE = /^[【〖[［]([\u3400-\u9fff]{2,8})[】〗\]］]\s*([\s\S]+)$/;
/** 第12期 */
const ISSUE = /^[（(]?\s*(?:总?第)\s*[\d一二三四五六七八九十]+\s*期/;

/** Takes the title from the lines that may be one, and what stands above it. */
export function takeTitle(lines: readonly string[], candidates: readonly number[], head: Head): void {
  const repeated = candidates.find((at, i) =>
    candidates.slice(i + 1).some(other => isSameTitle(lines[at]!, lines[other]!)),
  );
  const open = [...candidates];
  // What stands above the title goes, as long as another line can be the title.
  while (
    open.length > 1 &&
    (isAboveTitle(lines[open[0]!]!) ||
      lines[open[0]!]!.includes(CELL_SEPARATOR) ||
      isSerialOverTwoLines(lines, open) ||
      isHeadlessMedium(lines, open) ||
      isIssuerAbove(lines, open) ||
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
  const whole = withoutColumn(text);
  const bare = undecorated(whole);
  head.title = /^《[^《》]+》$/.test(bare) ? bare.slice(1, -1) : bare;
  head.date ??= date;
  for (const at of used) head.taken.set(at, 'metadata');
}

/** ★★ 在…上的讲话 ★★: what stands around it alone. Where it stands within as well (二○二○, 一**二**), it is part of the title. */
function undecorated(title: string): string {
  const bare = title.replace(/^[★☆■□●○◆◇▲△▼※*＊~～=＝#\s]+(?=\S)|[★☆■□●○◆◇▲△▼※*＊~～=＝#\s]+$/g, '');
  return bare && !/[★☆■□●○◆◇▲△▼※*＊]/.test(bare) ? bare : title.trim();
}

/** 【领导讲话】在…会议上的讲话: the column of a page, on the line of the title. */
function withoutColumn(title: string): string {
  const [all, name, rest] = COLUMN_BEFORE.exec(title) ?? [];
  return all !== undefined && COLUMN_NOUN.test(name!) ? rest! : title;
}

/** A day, a greeting or a name with its office; a byline stands below headings too. */
function endsTitle(line: string): boolean {
  return isSalutation(line) || dateLine(line) !== null || speakerOf(line) !== null;
}

/** 云溪县第十四届人民代表大会 / 第三次会议文件（一）, 领导参阅 / 第12期: which paper of which meeting or series, above its title. */
function isSerialOverTwoLines(lines: readonly string[], open: readonly number[]): boolean {
  const [first, second] = open;
  if (open.length < 3 || second !== first! + 1 || !isAboveTitle(lines[second]!)) return false;
  const [name, serial] = [lines[first!]!.trim(), lines[second]!.trim()];
  return isAboveTitle(name + serial) || (ISSUE.test(serial) && countHan(name) <= LONGEST_COLUMN_HAN);
}

/** 云溪县人民政府 in red above 云溪县人民政府关于…的通知, the letterhead of a letter. */
function isIssuerAbove(lines: readonly string[], open: readonly number[]): boolean {
  const issuer = lines[open[0]!]!.replace(/\s/g, '');
  const below = lines[open[1]!]!.replace(/\s/g, '');
  return ISSUER.test(issuer) && below.length > issuer.length && below.startsWith(issuer);
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
