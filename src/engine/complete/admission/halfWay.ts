import { isFunctionWord } from '../../passages/functionWords';
import { isEndingMark, isMark } from '../../text/marks';
import { cutWords } from '../../text/segmentWords';

/** Words that lead on to another: whoever takes a row does not want to stop there. */
const LEADING = new Set(
  '绝不 决不 从不 永不 毫不 为了 关于 对于 由于 根据 按照 随着 以及 并且 而且 不仅 不但 无论 如果 尽管 即使 今天 今年 去年 近年来 说了'.split(
    ' ',
  ),
);
/** A clause of fewer characters has only just begun. */
const LEAST_CLAUSE = 3;

/**
 * Does a row end half-way? `统一思想，今天` has only just begun a clause, `抓落实，绝不|` leads on. What ends with a mark does not.
 */
export function endsHalfWay(text: string): boolean {
  if (isEndingMark(text.charCodeAt(text.length - 1))) return false;
  const clause = lastClause(text);
  const isBegun = clause.length < text.length;
  if (isBegun && clause.length < LEAST_CLAUSE) return true;
  const words = cutWords(clause);
  const last = words.at(-1) ?? '';
  if (words.length < 2) return isBegun && clause.length < LEAST_CLAUSE + 1;
  return LEADING.has(last) || (isBegun && isFunctionWord(last));
}

function lastClause(text: string): string {
  let start = text.length;
  while (start > 0 && !isMark(text.charCodeAt(start - 1))) start--;
  return text.slice(start);
}
