import { countHan } from '../../../engine/text/han';

const LARGEST_SHARE = 0.3;
/** Private use, replacement, and control characters. */
const NO_SIGN = /[\ue000-\uf8ff\ufffd]|\p{Cc}/gu;
/** What no Chinese text has: letters of other scripts than those it quotes. */
const FOREIGN =
  /[^\p{Script=Han}\p{Script=Common}\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/gu;
const RARE_LATIN = /[\u0100-\u024f\u0250-\u02af\u0370-\u03ff\u0400-\u052f]/g;
const FEWEST_BLOCKS = 6;
/** Marks among letters and figures; prose and tables have a tenth of it. */
const MARK = /[!-/:-@[-`{-~\u00a1-\u00bf]/g;
const LARGEST_SHARE_OF_MARKS = 0.2;
const FEWEST_KINDS_OF_MARKS = 12;

/**
 * Is this what a PDF gives whose fonts do not say which characters they draw? Signs that are none, letters of many scripts in
 * disorder (a text in Uyghur or Mongolian is of one), or the numbers of the characters in the font taken for ASCII.
 */
export function isGarbled(text: string): boolean {
  const signs = text.match(NO_SIGN)?.length ?? 0;
  if (signs > text.length * LARGEST_SHARE && countHan(text) < signs) return true;
  if (isNumbers(text)) return true;
  const foreign = text.match(FOREIGN) ?? [];
  const blocks = new Set(foreign.map(sign => sign.codePointAt(0)! >> 7));
  const rare = text.match(RARE_LATIN)?.length ?? 0;
  return blocks.size >= FEWEST_BLOCKS && foreign.length + rare > text.length * LARGEST_SHARE;
}

function isNumbers(text: string): boolean {
  const marks = text.match(MARK) ?? [];
  return (
    countHan(text) < marks.length &&
    marks.length > text.length * LARGEST_SHARE_OF_MARKS &&
    new Set(marks).size >= FEWEST_KINDS_OF_MARKS
  );
}
