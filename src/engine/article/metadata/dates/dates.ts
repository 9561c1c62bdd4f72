const DIGITS = '〇一二三四五六七八九';
/** 〇 as it is typed: with the digit, the letter O of three alphabets, or a circle. */
const ZERO = '〇○◯零0oOΟοОо';
const CHINESE_NUMBER = '[一二三四五六七八九十廿卅元]{1,3}';
const CHINESE_YEAR = `[一二][${ZERO}一二三四五六七八九]{3}`;
const CHINESE_DATE = new RegExp(
  `(${CHINESE_YEAR})\\s*年\\s*(${CHINESE_NUMBER}|[${ZERO}][一二三四五六七八九])\\s*月(?:\\s*(${CHINESE_NUMBER})\\s*[日号])?`,
);
const CHINESE_YEAR_ALONE = new RegExp(`(${CHINESE_YEAR})\\s*年`);
const SIGN = '[-/.．－—–年]';
const NUMERIC = new RegExp(
  `(?<!\\d)((?:19|20)\\d{2})\\s*${SIGN}\\s*(\\d{1,2})(?:\\s*[-/.．－—–月]\\s*(\\d{1,2})(?!\\d)\\s?[日号]?)?月?`,
);
const YEAR_ALONE = /(?<!\d)((?:19|20)\d{2})\s*年/;
const COMPACT = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/;

const DAY_OF_WEEK = '(?:[（(]?(?:星期|周)[一二三四五六日天][）)]?)';
/** A day or a month as a text gives it, in digits or in characters; the source of a regular expression. */
export const DAY_OR_MONTH = `(?:(?:19|20)\\d{2}\\s*[-/.．年]\\s*\\d{1,2}(?:\\s*[-/.．月]\\s*\\d{1,2}\\s*[日号]?)?月?|${CHINESE_DATE.source.replaceAll(/\((?!\?)/g, '(?:')})`;
/** 至5日, —3月5日, ～2015年3月5日: how a range goes on behind its first day. */
export const RANGE_REST = `(?:\\s*(?:至|到|[-—–－~～]{1,2}|、)\\s*(?:(?:(?:19|20)\\d{2}|${CHINESE_YEAR})\\s*年\\s*)?(?:(?:\\d{1,2}|${CHINESE_NUMBER})\\s*月\\s*)?(?:\\d{1,2}|${CHINESE_NUMBER})\\s*[日号])`;
/** What may stand behind a day: 上午, 星期三, 9:30. The source of a regular expression. */
export const TIME_OF_DAY = `(?:\\s*(?:${DAY_OF_WEEK}|凌晨|清晨|上午|中午|下午|傍晚|晚上?|夜|\\d{1,2}[:：时点]\\d{2}分?(?:[:：]\\d{2})?|\\d{1,2}[时点]))`;

/** A moment as it stands beside metadata, time of day included; the source of a regular expression. */
export const DATE_TIME =
  `(?:(?:19|20)\\d{2}\\s*[-/.．年]\\s*\\d{1,2}\\s*[-/.．月]\\s*\\d{1,2}\\s*[日号]?|${CHINESE_YEAR}年${CHINESE_NUMBER}月${CHINESE_NUMBER}日)` +
  `(?:[\\sT]{0,3}${DAY_OF_WEEK}?[\\sT]{0,3}\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:\\.\\d+)?(?:Z|\\+\\d{2}:?\\d{2})?)?`;

/**
 * The first date in a text that says at least a month, else the first year; ISO 8601, as precise as it stands there;
 * null if there is none. A range gives its first day.
 * `2015年5月23日` → `2015-05-23`, `2019/11/12 9:23` → `2019-11-12`, `二0一五年五月` → `2015-05`, `2015年` → `2015`.
 */
export function parseDate(text: string): string | null {
  const plain = text.normalize('NFKC');
  const numeric = NUMERIC.exec(plain);
  const chinese = CHINESE_DATE.exec(plain);
  if (numeric && !(chinese && chinese.index < numeric.index)) {
    return iso(Number(numeric[1]), Number(numeric[2]), numeric[3] ? Number(numeric[3]) : null);
  }
  const compact = COMPACT.exec(plain);
  if (compact) return iso(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  if (chinese) {
    return iso(chineseYear(chinese[1]!), chineseNumber(chinese[2]!), chinese[3] ? chineseNumber(chinese[3]) : null);
  }
  const year = YEAR_ALONE.exec(plain);
  if (year) return year[1]!;
  const inCharacters = CHINESE_YEAR_ALONE.exec(plain);
  return inCharacters ? String(chineseYear(inCharacters[1]!)) : null;
}

function iso(year: number, month: number, day: number | null): string | null {
  if (month < 1 || month > 12) return null;
  const prefix = `${year}-${String(month).padStart(2, '0')}`;
  return day !== null && day >= 1 && day <= 31 ? `${prefix}-${String(day).padStart(2, '0')}` : prefix;
}

function chineseYear(text: string): number {
  return Number([...text].map(digit => Math.max(DIGITS.indexOf(digit), 0)).join(''));
}

/** 一 to 三十一; 元 is the first month, 廿三 the 23rd. */
function chineseNumber(text: string): number {
  const plain = text.replace('元', '一').replace('廿', '二十').replace('卅', '三十');
  const [tens, ones] = plain.includes('十') ? plain.split('十') : ['0', plain];
  const value = (digit: string | undefined, empty: number) =>
    digit ? Math.max(DIGITS.indexOf(digit.slice(-1)), 0) : empty;
  return (tens === '0' ? 0 : value(tens, 1)) * 10 + value(ones, 0);
}
