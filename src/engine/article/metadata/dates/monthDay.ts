/** A day as a page gives it that leaves out the year: `09-30`, `9月30日`; the source of a regular expression. */
const MONTH_DAY = '(?:\\d{1,2}\\s*[-/.]\\s*\\d{1,2}|\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日)';
const TIME = '(?:\\s*\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)';
const AGO =
  '(?:(?:昨天|前天|今天|今日|昨日)(?:\\s*\\d{1,2}[:：]\\d{2})?|\\d{1,3}\\s*(?:秒|分钟|小时|天|周|个?月|年)之?前|刚刚)';
/**
 * The moment without its year behind the label of a page, or with the time of day at the beginning of a line; also what counts back
 * from a day nobody knows: 3小时前. The source of a regular expression.
 */
export const SHORT_MOMENT = `(?:(?<=(?:时间|日期|[发更][布表新稿]于?)\\s{0,3}[：:]?\\s{0,3})(?:(?:\\d{2}-)?${MONTH_DAY}${TIME}?(?![-/.\\d])|${AGO})|(?<=^\\s{0,4})(?:${MONTH_DAY}|今天|昨天|前天)\\s*${TIME})`;
const SHORT_YEAR = /^(\d{2})-(\d{1,2})-(\d{1,2})(?!\d)/;
const PARTS = /^(\d{1,2})\D{1,4}(\d{1,2})/;
/** 2019-09-30, 20190930, 2019/0930, 2019年9月30日, as texts, addresses and scripts have it. */
const FULL = /(?<!\d)((?:19|20)\d{2})[-/._年]?(\d{1,2})[-/._月]?(\d{2}|\d)(?!\d)/g;
/** Seconds or milliseconds since 1970. */
const EPOCH = /(?<![\d.])(1\d{9})(?:\d{3})?(?![\d.])/g;
const CHINA_MS = 8 * 3_600_000;

/**
 * A day without a year, in the form ISO 8601 had for it, or with the year that two digits say; null for every other text.
 *
 * @example parseMonthDay('09-30 12:01') // '--09-30'
 * @example parseMonthDay('18-03-08') // '2018-03-08'
 */
export function parseMonthDay(text: string): string | null {
  const short = SHORT_YEAR.exec(text);
  const parts = short ? [null, short[2]!, short[3]!] : PARTS.exec(text);
  const [month, day] = [Number(parts?.[1]), Number(parts?.[2])];
  if (!(month >= 1 && month <= 12 && day >= 1 && day <= 31)) return null;
  return `${short ? `20${short[1]}` : '-'}-${two(month)}-${two(day)}`;
}

/**
 * A day with its year, from other days that a source names: the only year in which one of them falls on it. Null where none does, or
 * several. Days that have their year stay as they are.
 *
 * @example inYear('--09-30', 'http://…/2019/0930/c1.html') // '2019-09-30'
 */
export function inYear(monthDay: string | undefined, evidence: string): string | null {
  if (monthDay === undefined || !monthDay.startsWith('--')) return monthDay ?? null;
  const years = new Set<string>();
  for (const [, year, month, day] of evidence.matchAll(FULL)) {
    if (`--${two(Number(month))}-${two(Number(day))}` === monthDay) years.add(year!);
  }
  for (const [, seconds] of evidence.matchAll(EPOCH)) {
    const moment = new Date(Number(seconds) * 1000 + CHINA_MS).toISOString();
    if (moment.slice(5, 10) === monthDay.slice(2)) years.add(moment.slice(0, 4));
  }
  return years.size === 1 ? `${[...years][0]}${monthDay.slice(1)}` : null;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
