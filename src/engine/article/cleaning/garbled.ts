import { isHan } from '../../text/han';
import { isChinesePunctuation } from '../../text/punctuation';
import { PINYIN } from './readings';
import { MISREAD } from './traits';

/**
 * A wrong re-encoding that shifted the bytes by one: the bracket and half of the character before a reading are lost,
 * and what follows is nonsense up to the next half-width sign (`?shù)挠職夂蜎Q`), where the bytes fall in step again.
 */
const ORPHAN_READING = new RegExp(`[?？\\ufffd](?:${PINYIN}[)）])`, 'g');
const READING_HERE = new RegExp(`[?？\\ufffd]?[(（]?${PINYIN}[)）]`, 'y');
/** UTF-8 read as Latin-1 or GBK as Latin-1: `æ”¿åºœ`, `ÕþÎñ`. */
const LATIN_RUN =
  /[\u0080-\u00b6\u00b8-\u00ff\u0152-\u0192\u02c6-\u02dc\u2013\u2018-\u2022\u2026\u2039\u20ac\u2122]{4,}/g;
const LATIN_LETTERS = /[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff]/g;
const MISREAD_RUN = new RegExp(`[${MISREAD}]`, 'g');
const FILLER = /(?:锟斤拷|锟斤|斤拷)+|\ufffd+/g;
const LOST_CHARACTERS = /[?\ufffd][！。，、？!][?\ufffd]|(?<=[\u4e00-\u9fff])\?{3,}(?=[\u4e00-\u9fff])/g;
/** In a page with readings real question marks are full-width; a half-width one between characters is a lost one. */
const LOST_CHARACTER = /(?<=[\u4e00-\u9fff)）])\?(?=[\u4e00-\u9fff])/g;
const HALF_WIDTH_STYLE = /[\u4e00-\u9fff][,;:]/;
const LONGEST_SHIFT_UTF16 = 60;

/** [start, end) spans of a line that a wrong encoding has made unreadable, ascending, apart from one another. */
export function garbledSpans(line: string, isAnnotated: boolean): [number, number][] {
  const spans = [...shiftedSpans(line), ...latinSpans(line), ...misreadSpans(line)];
  const losesCharacters = isAnnotated && !HALF_WIDTH_STYLE.test(line);
  for (const pattern of [FILLER, LOST_CHARACTERS, ...(losesCharacters ? [LOST_CHARACTER] : [])]) {
    for (const match of line.matchAll(pattern)) spans.push([match.index, match.index + match[0].length]);
  }
  return united(spans);
}

function shiftedSpans(line: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const match of line.matchAll(ORPHAN_READING)) {
    spans.push([match.index, shiftEnd(line, match.index + match[0].length)]);
  }
  return spans;
}

/** Where the bytes are in step again: after the half-width sign that ends the shift, or before punctuation. */
function shiftEnd(line: string, from: number): number {
  let at = from;
  while (at < line.length && at - from < LONGEST_SHIFT_UTF16) {
    const code = line.charCodeAt(at);
    READING_HERE.lastIndex = at;
    const reading = READING_HERE.exec(line);
    if (reading) {
      at += reading[0].length;
    } else if (code >= 0x40 && code <= 0x7e) {
      return at + 1;
    } else if (isHan(code)) {
      at++;
    } else {
      return at;
    }
  }
  return isChinesePunctuation(line.charCodeAt(at)) || at === line.length ? at : from;
}

function latinSpans(line: string): [number, number][] {
  const spans: [number, number][] = [];
  for (const match of line.matchAll(LATIN_RUN)) {
    const letters = match[0].match(LATIN_LETTERS)?.length ?? 0;
    if (letters * 3 >= match[0].length) spans.push([match.index, match.index + match[0].length]);
  }
  return spans;
}

/** UTF-8 read as GBK: one such character may be a rare name, two close together are not. */
function misreadSpans(line: string): [number, number][] {
  const places = [...line.matchAll(MISREAD_RUN)].map(match => match.index);
  if (places.length < 2) return [];
  const spans: [number, number][] = [];
  for (const [i, place] of places.entries()) {
    const isClose = [places[i - 1], places[i + 1]].some(other => other !== undefined && Math.abs(other - place) <= 12);
    if (!isClose) continue;
    let start = place;
    let end = place + 1;
    while (start > 0 && isMisread(line.charCodeAt(start - 1))) start--;
    while (end < line.length && isMisread(line.charCodeAt(end))) end++;
    spans.push([start, end]);
  }
  return spans;
}

function isMisread(code: number): boolean {
  return isHan(code) || code === 0x3f || code === 0x20ac || (code >= 0xe000 && code <= 0xf8ff) || code === 0xfffd;
}

function united(spans: [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const span of spans.sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else result.push([span[0], span[1]]);
  }
  return result;
}
