import { DATE_TIME } from '../metadata/dates/dates';

/** Where the articles of an export or a thread begin, and the labels that stand before their text. */
export interface Records {
  readonly starts: readonly number[];
}

const TITLE_LABEL = /^[【[]?(?:文章|稿件)?(?:标题|题目|篇名|题名)(?:[】\]]\s*[：:]?|\s*[：:])\s*\S/;
const OTHER_LABEL =
  /^[【[]?(?:作者|讲话人|发言人|报告人|主讲人|日期|时间|讲话时间|发布时间|发表时间|成文日期|来源|出处|正文|内容|全文|栏目|分类|场合|会议|关键词|摘要|序号|编号)(?:[】\]]\s*[：:]?|\s*[：:])/;
const RULE = /^[-=*_—─━~～#＝－]{3,}$/;
const REACH = 6;
/** 2楼, 沙发, `李四 发表于 2015-3-2 10:00`: where a post of a thread begins. */
const POST = new RegExp(
  `^(?:(?:楼主|沙发|板凳|地板|\\d{1,4}\\s*[楼#＃])(?:\\s.{0,60})?|(?:\\S{1,16}\\s+)?(?:发表于|发布于|回复于|发表时间[：:])\\s*${DATE_TIME}(?:\\s.{0,40})?)$`,
);
/** What a board writes beside the day of a post: one post is enough then. */
const POST_CONTROL = /只看(?:该作者|楼主|此人|TA)|倒序浏览|显示全部楼层/i;
const LONGEST_MEMBER_UTF16 = 16;

/** The first lines of records: each has 标题 and at least one label more. Null where there are not two. */
export function labelledRecords(lines: readonly string[]): Records | null {
  const titles = [...lines.keys()].filter(i => TITLE_LABEL.test(lines[i]!.trim()));
  if (titles.length < 2) return null;
  const starts = titles.map(at => blockStart(lines, at));
  const isRecord = (at: number) =>
    lines.slice(Math.max(0, at - REACH), at).some(isOther) || lines.slice(at + 1, at + 1 + REACH).some(isOther);
  return titles.every(isRecord) ? { starts } : null;
}

/** Up over the labels and the rule before the title. */
function blockStart(lines: readonly string[], title: number): number {
  let at = title;
  while (at > 0 && (isOther(lines[at - 1]!) || RULE.test(lines[at - 1]!.trim()))) {
    // 正文：… belongs to the record above.
    if (/^[【[]?(?:正文|内容|全文|摘要)/.test(lines[at - 1]!.trim())) break;
    at--;
  }
  return at;
}

function isOther(line: string): boolean {
  return OTHER_LABEL.test(line.trim());
}

/** The first lines of the posts of a thread. Null where there are not two, and none that the controls of a board stand beside. */
export function threadPosts(lines: readonly string[]): Records | null {
  const starts: number[] = [];
  for (let i = 0; i < lines.length; i++) {
    if (!POST.test(lines[i]!.trim())) continue;
    let start = i;
    // The name of the member may stand alone above the day, or between floor and day.
    const above = lines[i - 1]?.trim() ?? '';
    if (
      /^(?:发表于|发布于|回复于|发表时间)/.test(lines[i]!.trim()) &&
      above !== '' &&
      above.length <= LONGEST_MEMBER_UTF16 &&
      !/[。，；：！？]/.test(above)
    )
      start--;
    const before = starts.at(-1);
    if (before !== undefined && start - before <= 2) continue;
    starts.push(start);
  }
  const isPage = starts.length === 1 && POST_CONTROL.test(lines[starts[0]!]! + (lines[starts[0]! + 1] ?? ''));
  return starts.length >= 2 || isPage ? { starts } : null;
}

/** Lines that only label what follows, or say whose post it is. */
export function isRecordLabel(line: string): boolean {
  const text = line.trim();
  return RULE.test(text) || /^[【[]?(?:正文|内容|全文)[】\]]?\s*[：:]?$/.test(text) || POST.test(text);
}

/** Is this line the number of a record: `序号：12`? */
export function isRecordNumber(line: string): boolean {
  return /^[【[]?(?:序号|编号)[】\]]?\s*[：:]\s*\S{0,12}$/.test(line.trim());
}

/** Where the text begins in a line `正文：同志们：`; 0 in every other line. */
export function labelLength(line: string): number {
  return /^\s*[【[]?(?:正文|内容|全文|题目|篇名|题名)(?:[】\]]\s*[：:]?|\s*[：:])\s*/.exec(line)?.[0].length ?? 0;
}
