import {
  formatArabic,
  formatChinese,
  formatCircled,
  parseArabic,
  parseChinese,
  parseCircled,
} from '../text/chineseNumber';

/** How the members of a series count. */
export interface Numerals {
  /** Regular expression source of one numeral. */
  readonly pattern: string;
  parse(text: string): number | null;
  /** `like` is the numeral it replaces, for full-width digits. Null when the numerals do not reach so far. */
  format(value: number, like?: string): string | null;
}

/** 一 二 … 十一 … 一百 */
export const chinese: Numerals = {
  pattern: '[一二三四五六七八九十百千零]+',
  parse: parseChinese,
  format: formatChinese,
};
/** At most three digits: `2023.` at the start of a line is a year. */
export const arabic: Numerals = { pattern: '[1-9１-９][0-9０-９]{0,2}', parse: parseArabic, format: formatArabic };
/** ① to ㊿ */
export const circled: Numerals = { pattern: '[①-⑳㉑-㉟㊱-㊿]', parse: parseCircled, format: formatCircled };

/** Words that count: 首先 is the first. */
export const WORDS = ['首先', '其次', '再次', '最后'];
/** Those words as numerals. There is no fifth. */
export const words: Numerals = {
  pattern: WORDS.join('|'),
  parse: text => WORDS.indexOf(text) + 1 || null,
  format: value => WORDS[value - 1] ?? null,
};
