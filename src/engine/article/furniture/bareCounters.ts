import { countHan } from '../../text/han';
import { isSentenceEnd } from '../../text/punctuation';

const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?(?:万|[wWkK])?\\+?';
/** What a page counts, without a word: `22 59`, `1.2万`, `10万+`. */
const COUNTERS = new RegExp(`^${NUMBER}(?:[\\s|｜]+${NUMBER}){0,5}$`);
const YEAR_OR_DAY = /^(?:19|20)\d{2}(?:[\s.]|$)|^(?:19|20)\d{6}$/;
/** A line that goes on with a number. */
const GOES_ON = /[第共约近达年月在为是至到：:，、（(《“‘\-—]$/;
const LONGEST_UTF16 = 32;
const LONGEST_HEAD_HAN = 60;

/**
 * The lines of counters that stand bare above the prose of a text or below it. Within it a number alone in its line belongs to a
 * sentence; a year below a title is its date; and numbers that follow one another, one of them within the prose, are of sections.
 */
export function bareCounters(lines: readonly string[]): ReadonlySet<number> {
  const first = lines.findIndex(isProse);
  const last = lines.findLastIndex(isProse);
  const at = [...lines.keys()].filter(i => (i < first || i > last) && isCounter(lines, i));
  if (first < 0 || at.length === 0) return new Set();
  const within = new Set(
    lines
      .slice(first, last + 1)
      .filter(line => /^\d+$/.test(line))
      .map(Number),
  );
  const isSection = (line: string) => within.has(Number(line) + 1) || within.has(Number(line) - 1);
  return new Set(at.filter(i => !isSection(lines[i]!)));
}

function isProse(line: string): boolean {
  return isSentenceEnd(line.charCodeAt(line.length - 1)) || countHan(line) > LONGEST_HEAD_HAN;
}

function isCounter(lines: readonly string[], at: number): boolean {
  const line = lines[at]!;
  if (line.length > LONGEST_UTF16 || !COUNTERS.test(line) || YEAR_OR_DAY.test(line)) return false;
  return at === 0 || !GOES_ON.test(lines[at - 1]!);
}
