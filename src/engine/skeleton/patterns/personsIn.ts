import { isPersonName } from '../../article/metadata/names';
import type { Particular } from '../particulars/particulars';

/** What somebody is who is named behind it. */
const ROLE =
  /(?:[员师官兵手匠]|被告人|民警|记者|老师|教师|医生|护士|青年|校友|院士|女工|战士|队员|护林员|董事长|经理|书记|支书|主任|县长|市长|局长|镇长|乡长|校长|院长|会长|经理|厂长|村民|农民|工人|模范|标兵|教授|专家|代表|大户|职工|同志|委托|选举|任命)$/;
const TITLE =
  /^(?:同志(?!们)|老师|校长|院长|主任|书记|县长|副?[局厅处科]长|教授|教授|医生|先生|女士|等|院士|荣|说|把|被|一家|腿|的父|的母|的丈|的妻)/;
/** An office behind a family name alone: 金副厅长. */
const SHORT = /[^\u4e00-\u9fff]([\u4e00-\u9fff])(?=(?:副?(?:省长|市长|县长|厅长|局长|书记|主任|镇长))|老师|教授)/g;
/** Family names that more often are something else: 成大才, 向项目. */
const VERB = /^[成任向祝和应时关连从于乐安宁相全]/;
/** No names, whoever uses them. */
const KNOWN = /习近平|毛泽东|邓小平|周恩来|马克思|焦裕禄|孔繁森|雷锋|王进喜|黄文秀|张桂梅/;

/**
 * People in a sentence, by their family name, the edges of words and what stands beside them: behind a role or a mark, before a title; whom others name, too, is known to all and stays. `民警韩冬` → 韩冬.
 */
export function personsIn(
  text: string,
  isStart: (offset: number) => boolean,
  isOwn: (text: string) => boolean,
): Particular[] {
  const found: Particular[] = [];
  for (let start = 0; start < text.length; start++) {
    if (!isStart(start)) continue;
    const before = text.slice(Math.max(0, start - 4), start);
    const isAfterRole = ROLE.test(before);
    const isAfterMark = !/[\p{L}\p{N}]$/u.test(before);
    for (const length of [3, 2]) {
      const end = start + length;
      const name = text.slice(start, end);
      if (end > text.length || !/^[\u4e00-\u9fff]+$/.test(name) || !isStart(end) || KNOWN.test(name)) continue;
      const behind = text.slice(end);
      // 边学边, 韩正等 are no names.
      if (name[0] === name[2] || /[等和的在副]$/.test(name)) continue;
      // Without a role before it, three characters, or a title that says so, are a name; within a sentence both.
      const isTold =
        isAfterRole || (isAfterMark && (length === 3 || TITLE.test(behind))) || (length === 3 && TITLE.test(behind));
      // 项目|总 begins with a word.
      const isWordFirst =
        length === 3 && isStart(start + 2) && !isStart(start + 1) && !TITLE.test(behind) && !isAfterRole;
      if (!isTold) continue;
      if (isWordFirst || (VERB.test(name) && !isAfterRole && !TITLE.test(behind))) continue;
      if (!isPersonName(name) || !isOwn(name)) continue;
      found.push({ start, end, name: '人名', text: name });
      break;
    }
  }
  for (const match of text.matchAll(SHORT)) {
    const [, name = ''] = match;
    if (isPersonName(`${name}某`))
      found.push({ start: match.index + 1, end: match.index + 2, name: '人名', text: name });
  }
  return found;
}
