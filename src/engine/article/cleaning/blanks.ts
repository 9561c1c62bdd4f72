import type { Edit } from '../../text/edits';
import { isHan } from '../../text/han';
import { isChinese, isChinesePunctuation, isClosing, isOpening } from '../../text/punctuation';
import { reporterBlank } from './reporterNames';

const BLANKS = /[ \t\u00a0\u3000\u2000-\u200a\u202f\u205f]+/g;
const PROSE = /[。；;]/;
const MAY_NAME_REPORTERS = /记者|通讯员/;
const LONGEST_HEADING = 60;
const NUMBER_LABEL = /^(?:第[一二三四五六七八九十百零〇\d]+[章节条编款部分]+|[一二三四五六七八九十]+|\d{1,2}[.、]?)$/;
const AFTER_A_NUMBER = /[年月日号时分秒个名位人次项条万亿元户家岁天届度期%％]/;

/**
 * The edits that take layout blanks out of a line. Blanks between Latin words become one; blanks beside Chinese go,
 * except where a blank stands for a pause: between the parts of a heading (`抓重点补短板 促改革惠民生`), between equal halves of
 * a quotation. There `pause` is put. After a number that labels the line (`第三条 本办法`) one blank stays.
 */
export function blankEdits(line: string, pause: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of line.matchAll(BLANKS)) {
    const start = match.index;
    const end = start + match[0].length;
    const text = start === 0 || end === line.length ? '' : between(line, start, end, pause);
    if (text !== match[0]) edits.push({ start, end, text });
  }
  return edits;
}

function between(line: string, start: number, end: number, pause: string): string {
  const before = line.charCodeAt(start - 1);
  const after = line.charCodeAt(end);
  if (isHan(after) && isLabel(line, start, end)) return ' ';
  if (!isChinese(before) && !isChinese(after)) return ' ';
  if (isMark(before) || isMark(after)) return '';
  const amongNames = MAY_NAME_REPORTERS.test(line) ? reporterBlank(line, start, end) : null;
  if (amongNames !== null) return amongNames;
  return isHan(before) && isHan(after) && isPause(line, start, end) ? pause : '';
}

/** Punctuation, and the upright strokes that headlines use as such: 丨 counts as a character for Unicode. */
function isMark(code: number): boolean {
  return isChinesePunctuation(code) || code === 0x4e28 || code === 0x7c;
}

function isLabel(line: string, start: number, end: number): boolean {
  const label = line.slice(0, start);
  return start <= 8 && NUMBER_LABEL.test(label) && !(/^\d/.test(label) && AFTER_A_NUMBER.test(line[end]!));
}

function isPause(line: string, start: number, end: number): boolean {
  const left = partLength(line, start - 1, -1);
  const right = partLength(line, end, 1);
  if (PROSE.test(line) || line.length > LONGEST_HEADING) {
    const isQuotation = isOpening(line.charCodeAt(start - left - 1)) && isClosing(line.charCodeAt(end + right));
    return isQuotation && left === right && left >= 3;
  }
  if (left >= 4 && right >= 4) return true;
  const parts = line.trim().split(BLANKS);
  return parts.length >= 3 && parts.every(part => part.length >= 2);
}

/** Number of characters from `at` to the next blank or clause mark; 、 and quotation marks inside a part count with it. */
function partLength(line: string, at: number, step: 1 | -1): number {
  let length = 0;
  for (let i = at; i >= 0 && i < line.length; i += step) {
    const code = line.charCodeAt(i);
    if (!isHan(code) && !(code > 0x2f && code < 0x7b) && code !== 0x3001) break;
    length++;
  }
  return length;
}
