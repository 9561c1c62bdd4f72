import { isLeadingWord, isMark } from '../text/marks';
import { isChinesePunctuation, isOpening } from '../text/punctuation';
import { segmentEnds } from '../text/segmentWords';

/**
 * Where the words of `text` end, ascending, the end of the text among them only if a word ends there: `“钉钉子”|精神|，|`.
 * Opening marks belong to the word behind them, other marks in a row are a word by themselves.
 *
 * @param startsWord does a word start at this offset of `text`?
 */
export function wordEndsIn(text: string, startsWord: (offset: number) => boolean): number[] {
  const ends: number[] = [];
  for (let offset = 1; offset <= text.length; offset++) {
    const last = text.charCodeAt(offset - 1);
    if (isOpening(last)) continue;
    const next = text.charCodeAt(offset);
    const isInMarks = isClosingMark(last) && isClosingMark(next);
    if (!isInMarks && (isClosingMark(last) || isClosingMark(next) || startsWord(offset))) ends.push(offset);
  }
  return ends;
}

/** No writer stops at `…紧迫感，抓|` or `…抓落实的|`: a clause has only just begun, or the last word leads on to another. */
export function endsInMidAir(text: string, wordEnds: readonly number[]): boolean {
  const last = text.charCodeAt(text.length - 1);
  if (isMark(last)) return false;
  if (isMark(text.charCodeAt(text.length - 2))) return true;
  return isLeadingWord(last) && (text.length === 1 || wordEnds.includes(text.length - 1));
}

/** Characters before a text that the language's segmenter needs to cut it right. */
const AROUND = 8;

/** Where words start in a text that the corpus does not have and so never cut: by the segmenter of the language. */
export function wordStartsOf(before: string, text: string): (offset: number) => boolean {
  const head = before.slice(-AROUND);
  const starts = new Set(segmentEnds(head + text).map(end => end - head.length));
  return offset => starts.has(offset);
}

const isClosingMark = (code: number): boolean => isChinesePunctuation(code) && !isOpening(code);
