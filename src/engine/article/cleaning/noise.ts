import type { Edit } from '../../text/edits';
import { isHan } from '../../text/han';
import { isChinese } from '../../text/punctuation';

/**
 * Boards that guard against copying mix pieces of random ASCII into every line break of a post: a symbol or digit,
 * a blank, a letter or symbol, again and again (`4 U- y/ ~* k* s`). A symbol that was itself a blank is lost when the
 * page is copied, and so is the blank at either end of a piece.
 */
const UNIT = '[!-;]? {1,2}[?-~]';
const PIECE = new RegExp(`[?-~]?(?:${UNIT}){4,}`, 'g');
const ASCII_RUN = /[!-~](?:[ -~]*[!-~])?/g;
/** In noise no digit stands beside a digit or before a letter, no letter beside a letter: such signs belong to the text. */
const REAL_BEGINNING = /^(?:\d[\d.,:]+%?|\d+%|[A-Za-z]{2,}\d*)+/;
const REAL_MARK = /^[,.;:!?)](?! [?-~])/;
const REAL_END = /(?:(?:[A-Za-z]{2,}|\d[A-Za-z])\d*|\d[\d.,:]*%?)$/;
const ORDINARY = /https?:|www\.|[\w.-]+@[\w-]+\.|[A-Za-z]{4,}|\d{4,}|\d[.,:]\d/;

/** A piece of noise found where no real text can look like it: proof that the article is full of it. */
export function hasNoise(line: string): boolean {
  const text = line.replaceAll('\u00a0', ' ');
  for (const [piece] of text.matchAll(PIECE)) if (isJammerPiece(piece, 3)) return true;
  for (const [run] of text.matchAll(ASCII_RUN)) if (run.length >= 8 && isRandom(run)) return true;
  return false;
}

/**
 * The edits that take noise out of a line of an article for which `hasNoise` was true somewhere. Between Chinese
 * a run of ASCII must be noise in full shape; at either end of the line its remainders go as well.
 */
export function noiseEdits(line: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of line.replaceAll('\u00a0', ' ').matchAll(ASCII_RUN)) {
    const run = match[0];
    const atStart = line.slice(0, match.index).trim() === '';
    const atEnd = line.slice(match.index + run.length).trim() === '';
    const from = realBeginning(line.charCodeAt(match.index - 1), run);
    const to =
      run.length - (isChinese(line.charCodeAt(match.index + run.length)) ? (REAL_END.exec(run)?.[0].length ?? 0) : 0);
    const [start, end] = noiseWithin(run.slice(from, Math.max(from, to)), atStart, atEnd);
    if (end > start) edits.push({ start: match.index + from + start, end: match.index + from + end, text: '' });
  }
  return edits;
}

/** How much of a run belongs to the text before it: a number or word, a half-width mark after a character. */
function realBeginning(before: number, run: string): number {
  const word = isChinese(before) ? (REAL_BEGINNING.exec(run)?.[0].length ?? 0) : 0;
  return word > 0 || isHan(before) ? word + (REAL_MARK.test(run.slice(word)) ? 1 : 0) : 0;
}

/** The noisy part [from, to) of a run of ASCII; from equals to where there is none. */
function noiseWithin(run: string, atStart: boolean, atEnd: boolean): [number, number] {
  const isNoisy = atStart && atEnd ? isNoiseLine(run) : isNoise(run) || ((atStart || atEnd) && isRemainder(run));
  if (isNoisy) return [0, run.length];
  // Real words may stand beside the noise: `9 s2 O5 s7 F2 x Green Valley`.
  const pieces = [...run.matchAll(PIECE)].filter(([piece]) => isJammerPiece(piece, 2));
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last) return [0, 0];
  const to = last.index + last[0].length;
  const from = isRemainder(run.slice(0, first.index)) ? 0 : first.index;
  return [from, isRemainder(run.slice(to)) ? run.length : to];
}

function isNoise(run: string): boolean {
  if (run.length >= 8 && isRandom(run)) return true;
  const rest = run.replace(PIECE, piece => (isJammerPiece(piece, 2) ? '' : piece));
  return rest.length < run.length && isRemainder(rest);
}

/** A whole line without Chinese in a noisy article: only words, numbers and addresses are spared. */
function isNoiseLine(run: string): boolean {
  if (isNoise(run)) return true;
  return !ORDINARY.test(run) && !/^[\d\s.,%/:-]+$/.test(run) && !/^[A-Z]{2,}[\w-]*$/.test(run);
}

/** What may be left of a piece at its ends: at least three signs, a blank among them, no word. */
function isRemainder(run: string): boolean {
  const text = run.trim();
  if (text === '') return true;
  const signs = text.replace(/ /g, '');
  if (ORDINARY.test(text) || /\w{3,}/.test(text)) return false;
  return signs.length >= 2 && text.includes(' ') && /[^\w\s.,%-]|\d [A-Za-z]|[A-Za-z]\d /.test(text);
}

/** Random units differ in their signs; a list such as `A, B, C, D, E` repeats one. */
function isJammerPiece(piece: string, fewestSigns: number): boolean {
  const leads = new Set<string>();
  for (const [, lead] of piece.matchAll(/([!-;]) {1,2}[?-~]/g)) leads.add(lead!);
  return leads.size >= fewestSigns && /[!-+\-/0-9]/.test([...leads].join(''));
}

/** Signs of all classes that change almost at every step, with symbols prose does not use: `k7#xQ!p2~Z`. */
function isRandom(run: string): boolean {
  const signs = run.replace(/ /g, '');
  if (signs.length < 6 || ORDINARY.test(run)) return false;
  let changes = 0;
  const odd = new Set<string>();
  const classes = new Set<number>();
  for (let i = 0; i < signs.length; i++) {
    const kind = signClass(signs[i]!);
    classes.add(kind);
    if (i > 0 && (kind !== signClass(signs[i - 1]!) || kind === 3)) changes++;
    if ('#$*\\^_`{|}~@!<=>?"\'[];'.includes(signs[i]!)) odd.add(signs[i]!);
  }
  return classes.size >= 3 && odd.size >= 2 && changes / (signs.length - 1) >= 0.6;
}

function signClass(sign: string): number {
  if (sign >= 'a' && sign <= 'z') return 0;
  if (sign >= 'A' && sign <= 'Z') return 1;
  return sign >= '0' && sign <= '9' ? 2 : 3;
}
