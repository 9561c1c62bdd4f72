import { parseDate } from './dates/dates';
import { isPersonName } from './names';

/** What the name of a file says of its article. */
export interface FileNameHints {
  /** What is left of the name when date, speaker and layout are taken out; null where that says nothing. */
  readonly title: string | null;
  readonly date: string | null;
  readonly speaker: string | null;
}

/** Line breaks, controls, marks without width or that turn the direction: a file may bear them, a title does not. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const EXTENSION = /\.(?:txt|md|markdown|html?|docx?|wps|pdf|rtf|jsonl?|gz|csv)$/i;
const SEPARATOR = /[_＿＋+]|\s[-–—]\s|\s{2,}/;
const DATE_PART = /^[（(【[]?(?:\d{4}[-.年]?\d{0,2}[-.月]?\d{0,2}日?|\d{8})[)）】\]]?$/;
const LEADING_DATE = /^(?:[（(【[]?\d{4}[-.年]\d{1,2}(?:[-.月]\d{1,2}日?)?月?[)）】\]]?[-—_\s]*|(?:19|20)\d{6}(?!\d))/;
const TECHNICAL =
  /^(?:utf-?(?:8|16)(?:[lb]e)?|gbk|gb18030|gb2312|big5|ansi|bom|crlf|final|copy|副本|新建|定稿|终稿|修改稿?\d*|最新版?|(?:初|草|定|终|审定|送审|讨论|印发|打印|征求意见|汇报)稿\d*|第[一二三四五六七八九十\d]{1,3}稿|[（(]?\d{1,2}[）)]?|[vV]?\d{1,3})$/i;

/** 05 在…上的讲话 */
const ORDINAL = /^\d{1,3}\s*[.、．\s_-]\s*(?=[\u3400-\u9fff])(?![年月日号个届次周])/;
/** （定稿）, （李四，2023.5.16）, -20230516, -修改稿3, 20230516 at the end of a name. */
const END =
  /^(.+?)\s*(?:[（(【[]([^（）()【】[\]]{1,40})[）)】\]]|[-—–]+\s*([^-—–（）()]{1,20})|(?<=[^\d\s-])((?:19|20)\d{6}))$/;
/** A day and a name without anything between: 20230516李四 */
const DAY_AND_NAME = /^((?:19|20)\d{6})([\u3400-\u9fff·]{2,})$/;
const NAME_FIRST = /^(?:([\u3400-\u9fff·]{2,8})[-—–]+|[（(【[]([\u3400-\u9fff·]{2,8})[)）】\]]\s*)(?=.{4})/;
const HAS_HAN = /[\u3400-\u9fff]/;

/** Without what hangs at the end, as long as `take` can use each part of it. */
function withoutEnds(title: string, take: (part: string) => boolean): string {
  for (let rest = title; ; ) {
    const match = END.exec(rest);
    const parts = (match?.[2] ?? match?.[3] ?? match?.[4])
      ?.replace(DAY_AND_NAME, '$1 $2')
      .split(/[，,、\s]+/)
      .map(text => text.trim());
    const isKnown = parts?.every(
      part => part === '' || TECHNICAL.test(part) || DATE_PART.test(part) || isPersonName(part),
    );
    if (!match || !parts || !isKnown || !parts.every(take)) return rest;
    rest = match[1]!;
  }
}

/**
 * Without a day, and a name beside it, that blanks set apart at either end: `防汛会讲话 20170508 李四`. A name without a day may be a
 * place, 李家沟: it stays.
 */
function withoutBlankEnds(title: string, take: (part: string) => boolean): string {
  const parts = title.split(' ');
  // 讲话 定稿3: a bare number may be one of the title.
  while (parts.length > 1 && TECHNICAL.test(parts.at(-1)!) && HAS_HAN.test(parts.at(-1)!)) parts.pop();
  const isDay = (part: string | undefined) => part !== undefined && DATE_PART.test(part) && parseDate(part) !== null;
  const isName = (part: string | undefined) => part !== undefined && isPersonName(part);
  if (!parts.slice(0, 2).some(isDay) && !parts.slice(-2).some(isDay)) return parts.join(' ');
  while (parts.length > 1 && (isDay(parts.at(-1)) || isName(parts.at(-1))) && take(parts.at(-1)!)) parts.pop();
  while (parts.length > 1 && (isDay(parts[0]) || isName(parts[0])) && take(parts[0]!)) parts.shift();
  return parts.join(' ');
}

/**
 * Title, date and speaker from a file name such as `标题_2015-05-23_张三.txt`, `2015-05-23 标题.docx` or
 * `张三：标题.html`; the order of the parts does not matter.
 */
export function readFileName(fileName: string): FileNameHints {
  let stem = fileName.replace(UNSEEN, '').replace(/^.*[\\/]/, '');
  while (EXTENSION.test(stem)) stem = stem.replace(EXTENSION, '');
  let date: string | null = null;
  let speaker: string | null = null;
  const rest: string[] = [];
  for (const part of stem.split(SEPARATOR).map(text => text.trim())) {
    if (part === '' || TECHNICAL.test(part)) continue;
    if (date === null && DATE_PART.test(part) && parseDate(part)) date = parseDate(part);
    else if (speaker === null && isPersonName(part)) speaker = part.replace(/\s/g, '');
    else rest.push(part);
  }
  let title = rest.join(' ');
  const take = (part: string): boolean => {
    if (part === '' || TECHNICAL.test(part)) return true;
    if (DATE_PART.test(part) && parseDate(part)) date ??= parseDate(part);
    else if (isPersonName(part)) speaker ??= part.replace(/\s/g, '');
    else return false;
    return true;
  };
  title = withoutEnds(withoutBlankEnds(title.replace(ORDINAL, ''), take), take);
  const leading = LEADING_DATE.exec(title)?.[0];
  if (date === null && leading && leading.length < title.length) {
    date = parseDate(leading);
    title = title.slice(leading.length);
  }
  // 2017.07.18-李四-在…, （李四）在…
  const named = NAME_FIRST.exec(title);
  if (speaker === null && named && isPersonName((named[1] ?? named[2])!)) {
    speaker = (named[1] ?? named[2])!;
    title = title.slice(named[0].length);
  }
  const colon = title.indexOf('：');
  if (speaker === null && colon > 0 && isPersonName(title.slice(0, colon))) {
    speaker = title.slice(0, colon);
    title = title.slice(colon + 1);
  }
  return { title: title === '' ? null : title, date, speaker };
}
