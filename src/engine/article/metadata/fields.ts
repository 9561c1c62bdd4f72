import { DATE_TIME, parseDate } from './dates/dates';
import { parseMonthDay, SHORT_MOMENT } from './dates/monthDay';
import { CONTROL, COUNTER, FIELD_LABELS, type Meaning, TAKEN } from './fieldLabels';
import { isPersonName, speakerOf } from './names';

/**
 * What a line such as `作者：李四 发布时间：2019-11-12 点击：12` says about its article; `published` is the page's date, without the
 * year where the page leaves it out: `--11-12`.
 */
export type Fields = Partial<Record<Exclude<Meaning, 'nothing'>, string>>;

const HAN = '\\u3400-\\u9fff';
const LABEL = new RegExp(
  `(?<![A-Za-z])(${FIELD_LABELS.map(([, labels]) => labels).join('|')})(?:\\s*】?\\s*[：:】]|(?<=^.{2,5})｜|\\s+[|｜丨]\\s+|(?<=^(?:责任编辑|责编|编辑|校对|审核|监制|来源|采写|出品|执笔|作者))[|｜丨︱])`,
  'gi',
);
const MEANINGS = FIELD_LABELS.map(([meaning, labels]) => [meaning, new RegExp(`^(?:${labels})$`, 'i')] as const);
const DATES = new RegExp(`${DATE_TIME}|${SHORT_MOMENT}`, 'g');
const TAKEN_ON = new RegExp(`${TAKEN}${DATE_TIME}`, 'g');
const COUNTERS = new RegExp(COUNTER, 'g');
const CONTROLS = new RegExp(`(?<![${HAN}])(?:${CONTROL})(?![${HAN}]|\\s*[：:]\\s*[${HAN}]{2,4}(?![${HAN}]))`, 'g');
const SEPARATORS = /[\s|｜丨/、·•∶:：;；,，\-—–_【】[\]（）()〔〕<>《》*]+/g;
const KEYWORDS = /关键[词字]/;
const KEYWORD_SEPARATOR = /[\s,，、|]/;
const REPORTER = /记者|通讯员/;
const MEDIUM = /(?:日报|晚报|时报|早报|周报|网|网站|杂志|求是|客户端|电视台|新闻|发布|融媒体?|在线|之声|公众号|政府)$/;
const WIDE_LABEL = /(?<=^|｜)[\u3400-\u9fff](?:[ \u3000]{1,8}[\u3400-\u9fff]){1,3}(?=\s*[：:])/g;
/** Stands for a date while the rest of the line is taken apart. */
const DATE_HERE = '\u0001';
/** `原标题：在…上的讲话 （2015年5月23日） 李四`: what follows the title itself. */
const AFTER_TITLE = new RegExp(`\\s*[（(]?\\s*${DATE_HERE}[）)\\s]*(.*)$`);
const NAME_SEPARATOR = new RegExp(`[、，\\s${DATE_HERE}]+`);
/** 2023-05-16 07:30: the moment as a program writes it. */
const STAMP = /^(?:\d{4}-)?\d{2}-\d{2}\s+\d{2}:\d{2}/;
const LONGEST_LINE_UTF16 = 300;
const LONGEST_VALUE_UTF16 = 60;
const LONGEST_MEDIUM_UTF16 = 12;
const MAY_BE_FIELDS =
  /[：:】｜]|\s[|丨]\s|min read|^[\u3400-\u9fff]{2,4}[|｜丨︱]|\d{4}|打印|关闭|分享|大\s*中\s*小|点击|浏览|阅读|访问|人气|\d[-月]\d|天前?$|[发更][布表新]于/;

/**
 * Reads a line that consists of nothing but labels with values, dates, counters and page controls; null for every
 * other line. Only a line that is used up completely counts: `时间：不等人` stays a sentence.
 */
export function readFields(line: string): Fields | null {
  if (line.length > LONGEST_LINE_UTF16 || !MAY_BE_FIELDS.test(line) || /[。！？]/.test(line)) return null;
  const dates: string[] = [];
  const said = withoutWideLabels(line).replace(TAKEN_ON, '');
  if (said.trim() === '') return {};
  const withoutDates = said.replace(DATES, date => {
    dates.push(date);
    return DATE_HERE;
  });
  const withoutCounters = withoutDates.replace(COUNTERS, ' ');
  const withoutControls = withoutCounters.replace(CONTROLS, ' ');
  const labelled = takeLabels(withoutControls, dates);
  if (labelled === null) return null;
  const left = labelled.rest.replaceAll(DATE_HERE, ' ').replace(SEPARATORS, '');
  const isPage = withoutControls !== withoutDates || labelled.hasLabel;
  // `2015-05-23 10:00 青山日报`: a short name beside a date is where the page was published.
  const isStamped = dates.some(date => STAMP.test(date));
  const isMedium =
    dates.length > 0 && left.length <= LONGEST_MEDIUM_UTF16 && (isPage || isStamped || MEDIUM.test(left));
  if (left !== '' ? !isMedium : !isPage) return null;
  const { fields } = labelled;
  const unlabelled = dates[0] && !fields.published && !fields.date ? dayOf(dates[0]) : null;
  return unlabelled ? { ...fields, published: unlabelled } : fields;
}

/** 索 引 号：, 标　　题： as a table sets its labels to one width. */
function withoutWideLabels(line: string): string {
  return line.replace(WIDE_LABEL, label => label.replace(/\s/g, ''));
}

/** Takes labels and values out of a line; null where a value is too long, or prose, to be one. */
function takeLabels(
  text: string,
  dates: readonly string[],
): { fields: Fields; rest: string; hasLabel: boolean } | null {
  const labels = [...text.matchAll(LABEL)];
  const fields: Fields = {};
  const rest = text.slice(0, labels[0]?.index ?? text.length);
  let datesBefore = rest.split(DATE_HERE).length - 1;
  for (const [i, match] of labels.entries()) {
    const raw = text.slice(match.index + match[0].length, labels[i + 1]?.index ?? text.length);
    const value = raw.replace(/^[\s【[（(｜]+|[\s】\])）|｜]+$/g, '');
    const meaning = MEANINGS.find(([, pattern]) => pattern.test(match[1]!))?.[0] ?? 'nothing';
    const hasDate = raw.includes(DATE_HERE);
    if (!isValue(value, meaning, hasDate) || !suits(match[1]!, value)) return null;
    if (meaning === 'speaker' || meaning === 'author')
      setOnce(fields, meaning, speakerOf(value) ?? speakerOf(value.split(/[，、\s]/)[0] ?? ''));
    else if (meaning === 'title') {
      setOnce(fields, meaning, value.replace(AFTER_TITLE, ''));
      setOnce(fields, 'date', hasDate ? parseDate(dates[datesBefore] ?? '') : null);
      setOnce(fields, 'speaker', speakerOf(AFTER_TITLE.exec(value)?.[1] ?? ''));
    } else if (meaning !== 'nothing' && hasDate) setOnce(fields, meaning, dayOf(dates[datesBefore] ?? ''));
    datesBefore += raw.split(DATE_HERE).length - 1;
  }
  return { fields, rest, hasLabel: labels.length > 0 };
}

function dayOf(moment: string): string | null {
  return parseDate(moment) ?? parseMonthDay(moment);
}

function isValue(value: string, meaning: Meaning, hasDate: boolean): boolean {
  if (/^(?:https?:|www\.)\S+$/.test(value)) return true;
  if (value.length > LONGEST_VALUE_UTF16 || /[：；]/.test(value)) return false;
  if (/，/.test(value) && value.length > LONGEST_VALUE_UTF16 / 3) return false;
  return meaning !== 'published' || hasDate || value === '';
}

/** `记者：李四 王五` is a credit, `记者：请谈谈做法` an interview; one keyword alone is a heading: `关键词：信心`. */
function suits(label: string, value: string): boolean {
  if (KEYWORDS.test(label)) return KEYWORD_SEPARATOR.test(value);
  if (!REPORTER.test(label)) return true;
  return value.split(NAME_SEPARATOR).every(name => name === '' || isPersonName(name));
}

function setOnce(fields: Fields, meaning: keyof Fields, value: string | null): void {
  if (value) fields[meaning] ??= value;
}
