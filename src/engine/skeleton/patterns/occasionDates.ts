import type { Particular } from '../particulars/particulars';

const DAY = '(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})';
/** What dates and durations look like that only a whole speech may have as slots: a list of phrases must not lose them. */
const RULES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['日期', new RegExp(`(?<!第)${DAY}(?:月)?[至到—–-]${DAY}月(?!${DAY}[日号])`, 'g')],
  ['日期', new RegExp(`(?<=[至到—–-])${DAY}[日号]`, 'g')],
  ['节日', /(?<=今年|去年|明年|每年|这个|今天是|欢度|喜迎)(?:元旦|春节|清明节?|端午节?|中秋节?|国庆节?|重阳节?)/g],
  [
    '会议',
    /[\u4e00-\u9fff]{2,4}[省市县区乡镇州旗]第[一二三四五六七八九十]{1,3}届[^，。；、“”]{2,14}?会(?:第[一二三四五六七八九十]{1,3}次(?:全体)?会议)?(?=[^议员])/g,
  ],
  [
    '数字',
    /(?<![第百千万亿零〇一二三四五六七八九十])[二三四五六七八九]?十[一二三四五六七八九]?(?=年(?!代|如一日|磨一剑|规划|来)|岁|天)/g,
  ],
];

/** Dates from one month to another, holidays of a year, sessions, durations: `1至5月`, `去年国庆` → 国庆, `二十六年` → 二十六. */
export function occasionDates(text: string): Particular[] {
  return RULES.flatMap(([name, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
      name,
      text: found,
      ...(name === '数字' && { isAlone: true }),
    })),
  );
}
