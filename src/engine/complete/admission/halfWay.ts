import { isFunctionWord, longestFunctionWord } from '../../passages/functionWords';
import { isHan } from '../../text/han';
import { isEndingMark, isMark } from '../../text/marks';
import { cutWords } from '../../text/segmentWords';

/** Words that lead on to another, adverbs at the end: whoever takes a row does not want to stop there. */
const LEADING = new Set(
  [
    '绝不 决不 从不 永不 毫不 为了 关于 对于 由于 根据 按照 随着 以及 并且 而且 不仅 不但 无论 如果 尽管 即使 今天 今年 去年 近年来 说了',
    '不断 进一步 切实 着力 大力 更加 更为 必须 逐步 逐渐 日益 尤其 尤其是 特别是 越来越 真正 始终 一直 是否 能否 不再 时时 处处 事事 作 给 令 请 予 仅 只 共 一共 总共 累计',
  ]
    .join(' ')
    .split(' '),
);
/** They belong to what follows them: 习近平新|时代, 形势和各|方面. */
const ATTRIBUTES = new Set(['新', '各']);
/** The number of what is not named yet: 党的十九|届, 党的十九届|四中全会. `第一` may end a sentence. */
const ORDINAL = /(?:的|第(?!一$))[〇零一二两三四五六七八九十百]+届?$/;
/** No word that leads on is longer. */
const LONGEST = Math.max(longestFunctionWord, ...[...LEADING].map(({ length }) => length));
/** A clause of fewer characters has only just begun. */
const LEAST_CLAUSE = 3;

/**
 * Does a row end half-way? `统一思想，今天` has only just begun a clause, `抓落实，绝不|` leads on, `形势和各|` and `党的十九届|` have not named what
 * they speak of. What ends with a mark does not.
 */
export function endsHalfWay(text: string): boolean {
  if (isEndingMark(text.charCodeAt(text.length - 1))) return false;
  const clause = lastClause(text);
  const isBegun = clause.length < text.length;
  if (isBegun && clause.length < LEAST_CLAUSE) return true;
  const mayBeOneWord = isBegun && clause.length < LEAST_CLAUSE + 1;
  if (ORDINAL.test(clause)) return true;
  const leads = (word: string) => LEADING.has(word) || ATTRIBUTES.has(word) || (isBegun && isFunctionWord(word));
  // Cutting takes long, so first it is asked whether the last word may be one of those at all.
  if (!mayBeOneWord && isHan(clause.charCodeAt(clause.length - 1)) && !endsSo(clause, leads)) return false;
  const words = cutWords(clause);
  return words.length < 2 ? mayBeOneWord : leads(words.at(-1)!);
}

/** Does a clause end with such characters, whatever its words are? */
function endsSo(clause: string, isSo: (end: string) => boolean): boolean {
  for (let length = 1; length <= LONGEST; length++) if (isSo(clause.slice(-length))) return true;
  return false;
}

function lastClause(text: string): string {
  let start = text.length;
  while (start > 0 && !isMark(text.charCodeAt(start - 1))) start--;
  return text.slice(start);
}
