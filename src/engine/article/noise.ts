import type { Edit } from '../text/edits';
import { isChinese } from '../text/punctuation';

/**
 * Boards that guard against copying mix pieces of random ASCII into every line break of a post: a symbol or digit,
 * a blank, a letter or symbol, again and again (`4 U- y/ ~* k* s`). A symbol that was itself a blank is lost when the
 * page is copied, and so is the blank at either end of a piece.
 */
const UNIT = '[!-;]? {1,2}[?-~]';
const PIECE = new RegExp(`[?-~]?(?:${UNIT}){4,}`, 'g');
const ASCII_RUN = /[!-~](?:[ -~]*[!-~])?/g;
const ORDINARY = /https?:|www\.|[\w.-]+@[\w-]+\.|[A-Za-z]{4,}|\d{4,}|\d[.,:]\d/;

/** A piece of noise found where no real text can look like it: proof that the article is full of it. */
export function hasNoise(line: string): boolean {
  for (const [piece] of line.matchAll(PIECE)) if (isJammerPiece(piece)) return true;
  for (const [run] of line.matchAll(ASCII_RUN)) if (run.length >= 8 && isRandom(run)) return true;
  return false;
}

/**
 * The edits that take noise out of a line of an article for which `hasNoise` was true somewhere. Between Chinese
 * a run of ASCII must be noise in full shape; at either end of the line its remainders go as well.
 */
export function noiseEdits(line: string): Edit[] {
  const edits: Edit[] = [];
  for (const match of line.matchAll(ASCII_RUN)) {
    const start = match.index;
    const end = start + match[0].length;
    const atStart = line.slice(0, start).trim() === '';
    const atEnd = line.slice(end).trim() === '';
    const [from, to] = noiseWithin(match[0], atStart, atEnd, isChinese(line.charCodeAt(start - 1)));
    if (to > from) edits.push({ start: start + from, end: start + to, text: '' });
  }
  return edits;
}

/** The noisy part [from, to) of a run of ASCII; from equals to where there is none. */
function noiseWithin(run: string, atStart: boolean, atEnd: boolean, isGlued: boolean): [number, number] {
  if (atStart && atEnd) return isNoiseLine(run) ? [0, run.length] : [0, 0];
  if (isNoise(run)) return [0, run.length];
  // Real ASCII may stand between the noise and the Chinese: `9 s2 O5 s7 F2 GDP增长`, `增长3.5% # N/ O& w"`.
  const pieces = [...run.matchAll(PIECE)].filter(([piece]) => isJammerPiece(piece));
  const first = pieces[0];
  const last = pieces.at(-1);
  if (first && last) {
    const to = last.index + last[0].length;
    const before = run.slice(0, first.index);
    const after = run.slice(to);
    return [
      isRemainder(before) || atStart ? 0 : first.index,
      isRemainder(after) || (atEnd && !/\w{2,}/.test(after)) ? run.length : to,
    ];
  }
  if ((atStart || atEnd) && isRemainder(run) && !(isGlued && /^[%℃,;:!?.)"']/.test(run))) return [0, run.length];
  return [0, 0];
}

function isNoise(run: string): boolean {
  if (run.length >= 8 && isRandom(run)) return true;
  const rest = run.replace(PIECE, piece => (isJammerPiece(piece) ? '' : piece));
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
function isJammerPiece(piece: string): boolean {
  const leads = new Set<string>();
  for (const [, lead] of piece.matchAll(/([!-;]) {1,2}[?-~]/g)) leads.add(lead!);
  return leads.size >= 3 && /[!-+\-/0-9]/.test([...leads].join(''));
}

/** Signs of all classes that change almost at every step, with symbols prose does not use: `k7#xQ!p2~Z`. */
function isRandom(run: string): boolean {
  const signs = run.replace(/ /g, '');
  if (signs.length < 6 || ORDINARY.test(run)) return false;
  let changes = 0;
  let odd = 0;
  const classes = new Set<number>();
  for (let i = 0; i < signs.length; i++) {
    const kind = signClass(signs[i]!);
    classes.add(kind);
    if (i > 0 && (kind !== signClass(signs[i - 1]!) || kind === 3)) changes++;
    if ('#$&*+/\\^_`{|}~@!<=>?"\'[];'.includes(signs[i]!)) odd++;
  }
  return classes.size >= 3 && odd >= 2 && changes / (signs.length - 1) >= 0.6;
}

function signClass(sign: string): number {
  if (sign >= 'a' && sign <= 'z') return 0;
  if (sign >= 'A' && sign <= 'Z') return 1;
  return sign >= '0' && sign <= '9' ? 2 : 3;
}
