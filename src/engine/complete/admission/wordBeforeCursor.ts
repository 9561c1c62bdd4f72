import type { CorpusView } from '../../index/segment';
import { isMark } from '../../text/marks';
import { beginsWord } from '../../words/wordStarts';
import { wordsWithoutPieces } from './pieces';

/** No word is longer. UTF-16 code units. */
const LONGEST_WORD = 5;
/** Characters around a place that tell whether a word begins there. */
const TELLING = 3;
/** As far back as a clause is cut to find its last word. */
const LONGEST_CLAUSE = 24;

/**
 * How many characters before the cursor belong to the last word of the draft, as the corpus cuts words, and the language's own
 * segmenter where the corpus does not know them: `各部门要重视测试|` → 2, `推动高|` → 1, `，|` → 0.
 */
export function wordBeforeCursor(view: CorpusView, before: string): number {
  const clause = lastClause(before);
  // The mark before it tells, too: 。着力 begins with a word that 力 is part of.
  const text = before.slice(-clause.length - 1);
  let own: ReadonlySet<number> | undefined;
  for (let back = 1; back < Math.min(LONGEST_WORD, clause.length); back++) {
    const at = clause.length - back;
    if (isLowSurrogate(clause.charCodeAt(at))) continue;
    own ??= wordsWithoutPieces(clause);
    if (beginsWord(view, text, text.length - back, TELLING) ?? own.has(at)) return back;
  }
  return Math.min(LONGEST_WORD, clause.length);
}

/** What stands behind the last mark or blank, its last 24 characters: `抓好落实，我们|` → 我们 */
export function lastClause(before: string): string {
  let start = before.length;
  const least = Math.max(0, before.length - LONGEST_CLAUSE);
  while (start > least && !isMark(before.charCodeAt(start - 1)) && !/\s/.test(before[start - 1]!)) start--;
  return before.slice(start);
}

const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
