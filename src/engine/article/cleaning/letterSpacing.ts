import type { Edit } from '../../text/edits';
import { isHan } from '../../text/han';
import { isChinese } from '../../text/punctuation';

/** A blank and a character, again and again: worth a closer look. */
const MAY_BE_SPACED = /\S[ \u00a0\u3000]\S[ \u00a0\u3000]\S/;
const BLANK = /[ \u00a0\u3000]+/g;
const FEWEST_TOKENS = 4;
const SHARE_OF_SINGLES = 0.75;
/** 1 9 9 3 年, 1 2 . 6 万: single digits and the marks of a number with a blank after each. */
const SPACED_NUMBER = /(?<![\dA-Za-z.])\d(?: [\d.%％](?![\dA-Za-z.]))+/g;
/** 12 . 6, 12. 6%: a blank beside the point of a number that a character follows. */
const SPACED_POINT = /(?<=\d) ?\. ?(?=\d+\s?[%％\u3400-\u9fff])/g;

/**
 * The edits that take the blanks out of text with a blank after every character, as recognition leaves it:
 * `去 年 产 量 1 2 . 6 万 吨` is 去年产量12.6万吨. In other lines only numbers are put together.
 */
export function letterSpacingEdits(line: string): Edit[] {
  if (MAY_BE_SPACED.test(line) && isSpaced(line)) {
    const edits: Edit[] = [];
    for (const match of line.matchAll(BLANK)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (match[0].length === 1 && joins(line, start)) edits.push({ start, end, text: '' });
    }
    return edits;
  }
  const edits: Edit[] = [];
  for (const match of line.matchAll(SPACED_NUMBER)) {
    const end = match.index + match[0].length;
    if (isChinese(line.charCodeAt(match.index - 1)) || isChinese(line.charCodeAt(line[end] === ' ' ? end + 1 : end))) {
      for (const edit of blanksIn(match[0], match.index)) edits.push(edit);
    }
  }
  for (const match of line.matchAll(SPACED_POINT)) {
    const end = match.index + match[0].length;
    if (!edits.some(edit => edit.start < end && edit.end > match.index)) edits.push(...blanksIn(match[0], match.index));
  }
  return edits.sort((a, b) => a.start - b.start);
}

function blanksIn(text: string, offset: number): Edit[] {
  return [...text.matchAll(/ /g)].map(({ index }) => ({ start: offset + index, end: offset + index + 1, text: '' }));
}

function isSpaced(line: string): boolean {
  const tokens = line.split(BLANK).filter(token => token !== '');
  const singles = tokens.filter(token => token.length === 1).length;
  return (
    tokens.length >= FEWEST_TOKENS &&
    singles >= tokens.length * SHARE_OF_SINGLES &&
    tokens.some(token => isHan(token.charCodeAt(0)))
  );
}

/** Two words of Latin letters keep the blank between them. */
function joins(line: string, at: number): boolean {
  return !(/[A-Za-z]{2}/.test(line.slice(Math.max(0, at - 2), at)) && /^[A-Za-z]/.test(line.slice(at + 1)));
}
