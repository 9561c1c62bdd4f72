import { parseDate } from './dates';
import { isPersonName } from './names';

export interface FileNameHints {
  /** What is left of the name when date, speaker and layout are taken out; null where that says nothing. */
  readonly title: string | null;
  readonly date: string | null;
  readonly speaker: string | null;
}

const EXTENSION = /\.(?:txt|md|markdown|html?|docx?|wps|pdf|rtf|jsonl?|gz|csv)$/i;
const SEPARATOR = /[_＿＋+]|\s[-–—]\s|\s{2,}/;
const DATE_PART = /^[（(【[]?(?:\d{4}[-.年]?\d{0,2}[-.月]?\d{0,2}日?|\d{8})[)）】\]]?$/;
const LEADING_DATE = /^[（(【[]?\d{4}[-.年]\d{1,2}(?:[-.月]\d{1,2}日?)?月?[)）】\]]?[-—_\s]*/;
const TECHNICAL =
  /^(?:utf-?(?:8|16)(?:[lb]e)?|gbk|gb18030|gb2312|big5|ansi|bom|crlf|final|copy|副本|新建|定稿|终稿|修改稿?|最新版?|[vV]?\d{1,3})$/i;

/**
 * Title, date and speaker from a file name such as `标题_2015-05-23_张三.txt`, `2015-05-23 标题.docx` or
 * `张三：标题.html`; the order of the parts does not matter.
 */
export function readFileName(fileName: string): FileNameHints {
  let stem = fileName.replace(/^.*[\\/]/, '');
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
  const leading = LEADING_DATE.exec(title)?.[0];
  if (date === null && leading && leading.length < title.length) {
    date = parseDate(leading);
    title = title.slice(leading.length);
  }
  const colon = title.indexOf('：');
  if (speaker === null && colon > 0 && isPersonName(title.slice(0, colon))) {
    speaker = title.slice(0, colon);
    title = title.slice(colon + 1);
  }
  return { title: title === '' ? null : title, date, speaker };
}
