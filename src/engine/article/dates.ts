const DIGITS = '〇一二三四五六七八九';
const CHINESE_YEAR =
  /([一二][〇○零ΟO0一二三四五六七八九]{3})年(?:([一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十]{1,3})日)?)?/;
const SIGN = '[-/.．－—年]';
const NUMERIC = new RegExp(
  `((?:19|20)\\d{2})\\s?${SIGN}\\s?(\\d{1,2})(?:\\s?[-/.．－—月]\\s?(\\d{1,2})(?!\\d)\\s?日?)?月?|((?:19|20)\\d{2})年`,
);
const COMPACT = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/;

/** A moment as it stands beside metadata, time of day included; the source of a regular expression. */
export const DATE_TIME =
  '(?:(?:19|20)\\d{2}\\s?[-/.．年]\\s?\\d{1,2}\\s?[-/.．月]\\s?\\d{1,2}\\s?日?|[一二][〇○零一二三四五六七八九]{3}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)' +
  '(?:[\\sT]{0,3}(?:星期[一二三四五六日天]|周[一二三四五六日])?[\\sT]{0,3}\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?)?';

/**
 * The first date in a text, ISO 8601, as precise as it stands there; null if there is none.
 * `2015年5月23日` → `2015-05-23`, `2019/11/12 9:23` → `2019-11-12`, `二〇一五年五月` → `2015-05`, `2015年` → `2015`.
 */
export function parseDate(text: string): string | null {
  const numeric = NUMERIC.exec(text);
  if (numeric) return numeric[4] ?? iso(Number(numeric[1]), Number(numeric[2]), numeric[3] ? Number(numeric[3]) : null);
  const compact = COMPACT.exec(text);
  if (compact) return iso(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const chinese = CHINESE_YEAR.exec(text);
  if (!chinese) return null;
  const year = Number([...chinese[1]!].map(digit => Math.max(DIGITS.indexOf(digit), 0)).join(''));
  const month = chinese[2] ? chineseNumber(chinese[2]) : null;
  return iso(year, month, chinese[3] ? chineseNumber(chinese[3]) : null);
}

function iso(year: number, month: number | null, day: number | null): string | null {
  if (month === null) return String(year);
  if (month < 1 || month > 12) return null;
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  return day !== null && day >= 1 && day <= 31 ? `${prefix}-${String(day).padStart(2, '0')}` : prefix;
}

/** 一 to 三十一. */
function chineseNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['0', text];
  const value = (digit: string | undefined, empty: number) => (digit ? Math.max(DIGITS.indexOf(digit), 0) : empty);
  return (tens === '0' ? 0 : value(tens, 1)) * 10 + value(ones, 0);
}
