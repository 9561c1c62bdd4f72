import type { CorpusView } from '../index/segment';
import { visitStrides } from '../index/suffixes/strides';
import { suffixRanges } from '../index/suffixes/suffixRange';
import { isOnlyFunctionWords } from '../passages/functionWords';
import { isMark } from '../text/marks';
import { cutWords, segmentEnds } from '../text/segmentWords';
import { beginsWord } from '../words/wordStarts';
import { isPiece } from './admission/pieces';
import { wordBeforeCursor } from './admission/wordBeforeCursor';

/** Longest word a cursor may stand in. */
const LONGEST_WORD = 5;
/** A clause is cut with the row from so far back. UTF-16 code units. */
const REACH = 12;
/** Occurrences looked at: they are cut alike, or it does not matter. */
const LOOK = 5;
/** Is part of the word before it wherever it stands. */
const SUFFIX = /^[者性化们感]/;
const NUMERAL = /[这那每一二三四五六七八九十百千万亿两几数多第0-9]$/;

/**
 * How many characters before the cursor belong to the word that a row goes on with, so that the row can show it whole:
 * `推动高|` with 质量发展 → 1, shown as 高质量发展. As the corpus cuts it where it has the row behind the draft's last `known`
 * characters, and as the language's own segmenter does where the corpus has the word in two.
 *
 * A single character is a word or a piece of one, as one reads it. A row that would begin behind one (`打|基础`), or with one that
 * the corpus does not know there (`秘书|长`), shows the draft's word before it, too.
 */
export function wordAtCursor(view: CorpusView, before: string, text: string, known: number): number {
  const inCorpus = known > 0 ? wordInCorpus(view, before.slice(before.length - known), text) : 0;
  const clause = lastClause(before);
  const ownLength = inCorpus > 0 ? inCorpus : wordBySegmenter(clause, text);
  const first = clause.length - ownLength;
  const isPieceBefore = endsInPiece(clause.slice(0, first));
  // Where the corpus has the row, it has said that a word begins with it; a measure belongs to its number, and a suffix to its word.
  const row = clause.slice(first) + text;
  const mayBePiece = known === 0 || NUMERAL.test(clause.slice(0, first));
  const isPieceBehind = SUFFIX.test(row) || (mayBePiece && beginsWithPiece(row));
  if (!isPieceBefore && !isPieceBehind) return ownLength + numberBefore(clause.slice(0, first), row);
  const word = wordBeforeCursor(view, before.slice(0, before.length - ownLength));
  // Nobody knows where it begins.
  if (word >= LONGEST_WORD) return ownLength;
  const second = first - word;
  const isBeginning =
    !isPiece(clause.slice(second, first)) &&
    // 扎|扎实实: what doubles is one word.
    clause[second - 1] !== clause[second] &&
    beginsWord(view, clause + text, second) !== false;
  const length = isBeginning ? 0 : wordBeforeCursor(view, before.slice(0, before.length - clause.length + second));
  // 是|第一, 又是|老城区: what stands by itself is part of nothing.
  const standsByItself =
    length === 1
      ? !isPiece(clause[second - 1]!) && !NUMERAL.test(clause[second - 1]!)
      : isOnlyFunctionWords(clause.slice(second - length, second));
  return clause.length - second + (standsByItself ? 0 : length);
}

/** How much of a number stands before the rest of it: `11.|2万户` → 3 */
const numberBefore = (clause: string, row: string): number =>
  /^[0-9]/.test(row) ? /[0-9.]*$/.exec(clause)![0].length : 0;

function endsInPiece(text: string): boolean {
  const word = cutWords(text).at(-1) ?? '';
  return text.endsWith(word) && isPiece(word);
}

function beginsWithPiece(text: string): boolean {
  const word = cutWords(text)[0] ?? '';
  return text.startsWith(word) && isPiece(word);
}

/** How much of a word of the corpus stands at the end of `context` where it goes on with `text` there; 0: a word ends there, or none is so long. */
export function wordInCorpus(view: CorpusView, context: string, text: string): number {
  const { ranges, total } = suffixRanges(view, context + text);
  const counts = new Map<number, number>();
  const stride = Math.max(1, total / LOOK);
  let next = stride / 2;
  view.forEach((segment, number) => {
    next = visitStrides(segment, ranges[number]!, next, stride, position => {
      let back = 0;
      const most = Math.min(LONGEST_WORD, context.length);
      while (back <= most && !segment.isWordStart(position + context.length - back)) back++;
      const length = back <= most ? back : 0;
      counts.set(length, (counts.get(length) ?? 0) + 1);
    });
  });
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0];
}

function wordBySegmenter(clause: string, text: string): number {
  const starts = [0, ...segmentEnds(clause + text)].filter(at => at <= clause.length);
  const back = clause.length - starts.at(-1)!;
  return back <= LONGEST_WORD ? back : 0;
}

function lastClause(before: string): string {
  let start = before.length;
  const least = Math.max(0, before.length - REACH);
  while (start > least && !isMark(before.charCodeAt(start - 1)) && !/\s/.test(before[start - 1]!)) start--;
  return before.slice(start);
}
