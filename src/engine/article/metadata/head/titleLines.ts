import { countHan } from '../../../text/han';
import { DAY_OR_MONTH, parseDate, RANGE_REST } from '../dates/dates';

/** What a title ends with that names the kind of text. */
export const GENRE_END =
  /(?:讲话|致辞|致词|发言|报告|主持词|通知|意见|方案|办法|决定|决议|总结|汇报|材料|体会|党课|提纲|公报|公告|通报|规定|条例|细则|演讲|贺词|祝词|讲稿|说明|纪要|要点|函|批复|请示|命令|议案|计划|规划|纲要|倡议书?|公开信|慰问信|谈话|问答|评论)(?:稿|摘要)?(?:[（(].*[）)])?$/;
/** How the name of a body ends that issues papers. */
export const ISSUER =
  /(?:委员会|常委会|县委|市委|省委|区委|党委|党组|政府|办公室|人大|政协|纪委|总工会|团委|妇联|局|厅|部|院)$/;
const OPEN_END =
  /(?:(?<![普涉顾遍])及|(?<![祥缓温总共饱平谐])和|(?<!参)与|暨|、|，|的|关于|(?:同志|书记|[县市省区镇乡局]长|主任|^[\u3400-\u9fff]{2,4})在|全县|全市|全省|全区|全国)$/;
/** A title that says where a speech was given: 在…会议上的讲话. */
export const SPOKEN_AT =
  /^在.{3,50}(?:上|时|期间)的?.{0,8}(?:讲话|致辞|致词|发言|报告|主持词|演讲|党课|总结|汇报|表态|说明)(?:[（(].*[）)])?$/;
const SUBTITLE = /^(?:—|–|─|-)/;
const DAY_AT_END = new RegExp(
  `(?:\\s*[（(〔[【]\\s*(?:[\\u3400-\\u9fff]{2,8}[，,\\s]\\s*)?(${DAY_OR_MONTH}${RANGE_REST}?)(?:[，,\\s]*[\\u3400-\\u9fff]{2,12})?\\s*[)）〕\\]】]|\\s+(${DAY_OR_MONTH})|[_\\s]*((?:19|20)\\d{2}[01]\\d[0-3]\\d))$`,
);
const SITE_BEHIND = /\s*(?:[-_–|｜]+|—{2,})\s*[^-_–—|｜，。]{0,14}(?:网|网站|论坛|频道|门户|博客|公众号)$/;
/** 上的讲话, where the line of a title broke before it. */
const REST_OF_SPOKEN =
  /^(?:上|时|期间)?的?.{0,6}(?<=[上时间的].{0,6})(?:讲话|致辞|致词|发言|报告|演讲|表态|总结|汇报)(?:提纲|要点|摘要)?(?:[（(][^（）()]{1,8}[）)])?$/;
const MOST_TITLE_LINES = 4;
const SHORTEST_PART_OF_TITLE = 6;
const MOST_MARKS_APART = 10;
/** 扛牢责任　真抓实干: the first line of a title whose second is longer. */
const IN_PARTS = /^[\u3400-\u9fff]{4,8}(?:\s+[\u3400-\u9fff]{4,8})+$/;
const LONGEST_PART = 8;

/** Letters and digits alone, to compare titles by. */
export function bare(line: string): string {
  return line.replace(/[^\p{L}\p{N}]/gu, '');
}

/** Does a line say the title, punctuation and blanks aside? A sentence with its full stop is text, even if it does. */
export function isSameTitle(line: string, title: string): boolean {
  if (
    /[。；]$/.test(line) ||
    title.length < SHORTEST_PART_OF_TITLE ||
    Math.abs(line.length - title.length) > MOST_MARKS_APART
  )
    return false;
  return bare(line) === bare(title);
}

/** `在…上的讲话（2015年3月2日）` without the day, which is returned beside it. */
export function withoutDay(title: string): { text: string; date: string | null } {
  const match = DAY_AT_END.exec(title);
  if (!match || match.index === 0) return { text: title, date: null };
  return { text: title.slice(0, match.index), date: parseDate(match[1] ?? match[2] ?? match[3]!) };
}

/**
 * The title that begins in line `first`, with the lines it runs on in: a second half, a parallel line, a subtitle.
 * `ends(i)`: line i is no title, so that what stands before it can be the end of one.
 */
export function joinedTitle(
  lines: readonly string[],
  candidates: readonly number[],
  first: number,
  ends: (line: number) => boolean,
): { title: string; used: number[] } {
  let title = lines[first]!.trim().replace(SITE_BEHIND, '');
  const used = [first];
  let hasSubtitle = false;
  for (let at = first + 1; candidates.includes(at) && used.length < MOST_TITLE_LINES; at++) {
    const wrapped = /^[（(](.*)[）)]$/.exec(lines[at]!.trim())?.[1];
    const next = wrapped && SPOKEN_AT.test(wrapped) ? wrapped : lines[at]!.trim();
    if (isSameTitle(next, title)) break;
    const glue =
      hasSubtitle && GENRE_END.test(title)
        ? null
        : glueBetween(title, next, ends(at + 1) || SUBTITLE.test(lines[at + 1]?.trim() ?? ''));
    if (glue === null) break;
    if (glue.startsWith('—')) hasSubtitle = true;
    title += glue + next.replace(/^[—–─-]+\s*/, '');
    used.push(at);
  }
  return { title, used };
}

/** What joins a title to the line below it; null where that line is none of it. */
function glueBetween(title: string, next: string, isLast: boolean): string | null {
  if (/[电讯]$/.test(next)) return null;
  if (SUBTITLE.test(next)) return title.includes('——') ? null : '——';
  const isComplete = GENRE_END.test(title);
  const isOpen =
    count(title, '《') !== count(title, '》') ||
    count(title, '“') !== count(title, '”') ||
    count(title, '（') !== count(title, '）');
  if (isOpen || (!isComplete && OPEN_END.test(title))) return '';
  if (isComplete) return null;
  if (REST_OF_SPOKEN.test(next) && title.includes('在')) return '';
  if (ISSUER.test(title) && (/^(?:关于|印发|转发)/.test(next) || GENRE_END.test(next))) return '';
  if (SPOKEN_AT.test(next)) return '——';
  if (/^在|关于/.test(title) && GENRE_END.test(next)) return '';
  const [a, b] = [countHan(title), countHan(next)];
  const isParallel =
    (a === b && a >= 5 && !/[，。：；]/.test(title + next)) || (IN_PARTS.test(title) && b > LONGEST_PART);
  return isParallel && isLast && !GENRE_END.test(next) ? ' ' : null;
}

function count(text: string, mark: string): number {
  return text.split(mark).length;
}
