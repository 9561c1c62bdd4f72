import { formatChinese } from '../../text/chineseNumber';

/*
 * What looks like a numbering marker and is none. Each guard gives the regular expression source of
 * what must (not) follow the marker of a number.
 */

/** 一、二、三产业 and 三、四线城市 list neighbouring numbers; they number nothing. */
export const noEnumeration = (value: number) =>
  `(?!第?${formatChinese(value + 1)}(?:、|线|级|产业|类|等|季度|审|期|把手|[段章节批条款代届档版]|年级))`;
/** 第五十二、五十三颗: no heading behind an ordinal begins with the next number, unless with a greater (第一、二十大精神). */
export const noNeighbour = (value: number) =>
  `${noEnumeration(value)}(?!${formatChinese(value + 1)}(?![一二三四五六七八九十百千零]))`;
/** 1.5亿 and 3.15 are numbers, but 1.2024年工作 is a heading about a year. */
export const noDecimal = () => '(?![0-9０-９](?![0-9０-９]{3}年))';
/** Not before the same number again: 一是一，二是二 is a saying. */
export const noSaying = (value: number) => `(?!${formatChinese(value)}(?:[，。；、,;]|$))`;
/** No guard: whatever follows, it is a number. */
export const anything = () => '';
/** 要 as the first half of a noun (要素, 要点), unless it is the modal verb before a word that begins alike (要务实, 要领会). */
const NOUN_TAILS = [
  '素|义|旨|塞|冲|害|诀',
  '点(?!面|线|赞|燃|亮)',
  '务(?!实|必|求)',
  '领(?!会|导|跑|航|悟|办|题)',
  '件(?!件)',
  '职(?!责)',
  '闻(?!令|过|鸡|警|风|战)',
  '求(?!真|实|是|新|稳|进|变|精|细|严|深|突破|同|索)',
].join('|');
/** For 要: not before the second half of a noun that begins with it (要素, 要点). */
export const noNoun = () => `(?!${NOUN_TAILS})`;
