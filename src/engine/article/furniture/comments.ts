import { countHan } from '../../text/han';
import { isSentenceEnd } from '../../text/punctuation';
import { DATE_TIME } from '../metadata/dates/dates';

const TIME = '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?';
const MOMENT = `(?:${DATE_TIME}|\\d{1,2}[-/月]\\d{1,2}日?\\s*${TIME}|(?:今天|昨天|前天)\\s*(?:${TIME})?|\\d{1,3}\\s*(?:秒|分钟|小时|天|周|个?月|年)之?前|刚刚)`;
/** The name of who comments, when, and what one can press: `山里人 2019-09-07 10:05 回复 赞 3`. */
const STAMP = new RegExp(
  `^(?:[^。！？；：]{0,20}[\\s：:|｜·])?(?:评论于|发表于|发布于|回复于)?\\s*${MOMENT}(?:[\\s|｜·,，]*(?:来自[^。]{0,12}|IP[^。]{0,12}|[（(\\[]?\\d+[）)\\]]?[楼#]?|举报|回复|支持|反对|点赞|赞|顶|踩|分享|引用))*$`,
);
const HAS_TIME = /\d[:：]\d\d|前$|前\s|刚刚|今天|昨天/;
const FEWEST = 3;
const MOST_BETWEEN = 8;
const LONGEST_COMMENT_UTF16 = 150;
const LONGEST_NAME_UTF16 = 16;
/** An article is longer than what stands above its comments by mistake. */
const SHORTEST_ARTICLE_HAN = 60;

/**
 * Where what others said to an article begins, though no heading says so: names with the moment they wrote it, one after another to the
 * end, none of them as long as a paragraph may be. The length of `lines` where there is nothing of the kind.
 *
 * @example commentsStart(['…。', '山里人', '3小时前', '说得好', '云溪客', '2小时前', '同意', '老何', '刚刚', '赞']) // 1
 */
export function commentsStart(lines: readonly string[]): number {
  const stamps = [...lines.keys()].filter(i => isStamp(lines[i]!));
  let first = stamps.length - 1;
  while (first > 0 && stamps[first]! - stamps[first - 1]! <= MOST_BETWEEN) first--;
  const found = stamps.slice(first);
  if (found.length < FEWEST || lines.length - found.at(-1)! > MOST_BETWEEN) return lines.length;
  const start = aboveStamp(lines, found);
  const isShort = lines.slice(start).every(line => line.length <= LONGEST_COMMENT_UTF16);
  const above = lines.slice(0, start).reduce((sum, line) => sum + countHan(line), 0);
  return isShort && above >= SHORTEST_ARTICLE_HAN ? start : lines.length;
}

function isStamp(line: string): boolean {
  return line.length <= 60 && HAS_TIME.test(line) && STAMP.test(line);
}

/** Comments may bear their moment below the text: then the first begins as many lines above it as the others do. */
function aboveStamp(lines: readonly string[], stamps: readonly number[]): number {
  const [first, second] = [stamps[0]!, stamps[1]!];
  const isBelow = stamps.at(-1)! === lines.length - 1;
  if (isBelow) return Math.max(0, first - (second - first) + 1);
  const name = lines[first - 1];
  const isName =
    name !== undefined && name.length <= LONGEST_NAME_UTF16 && !isSentenceEnd(name.charCodeAt(name.length - 1));
  return isName && second - first > 1 ? first - 1 : first;
}
