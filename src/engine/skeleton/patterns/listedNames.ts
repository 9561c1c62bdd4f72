import type { Particular } from '../particulars/particulars';

/** What is listed before 等, by the word that says what all of them are. */
const KINDS: readonly (readonly [name: string, kind: RegExp])[] = [
  [
    '地名',
    /^等(?:[\d〇零一二三四五六七八九十两]+)?个?(?:县市区|县区|乡镇|镇村|乡村|镇|乡|村|社区|街道|县|市|地区|地市|省份?|国家|国)/,
  ],
  [
    '单位',
    /^等(?:[\d〇零一二三四五六七八九十两]+)?(?:家|个)?(?:[\u4e00-\u9fff]{0,4})?(?:企业|公司|院校|高校|学校|医院|银行|景区)/,
  ],
  [
    '人名',
    /^等(?:[\d〇零一二三四五六七八九十两]+)?[名位]?(?:[\u4e00-\u9fff]{0,4})?(?:同志|同学|代表|模范|老人|党员|干部|青年|教师|医生|职工|院士)/,
  ],
];
const ITEM = /[\u4e00-\u9fff]+$/;
const LONGEST = 6;
const LONGEST_ALONE = 4;
const LISTED = /等/g;
const MOST_ITEMS = 8;

/**
 * Names that a list tells by what stands behind it: `马店、石桥等6个乡镇`, `海川电子、福润食品等龙头企业`. `isCommon`: a word that
 * everybody uses lists kinds, no names: 公安、财政等部门.
 */
export function listedNames(
  text: string,
  isStart: (offset: number) => boolean,
  isCommon: (word: string) => boolean,
): Particular[] {
  const found: Particular[] = [];
  for (const { index } of text.matchAll(LISTED)) {
    const name = KINDS.find(([, kind]) => kind.test(text.slice(index)))?.[0];
    if (name === undefined) continue;
    const isOfStates = /^等[^，。]{0,4}国/.test(text.slice(index));
    let end = index;
    for (let i = 0; i < MOST_ITEMS; i++) {
      const run = ITEM.exec(text.slice(0, end))?.[0];
      if (run === undefined) break;
      const isFirst = text[end - run.length - 1] !== '、';
      const start = isFirst ? firstItem(text, end - run.length, end, isStart, isCommon) : end - run.length;
      const item = text.slice(start, end);
      if (item.length < 2 || item.length > LONGEST || (isCommon(item) && !isOfStates)) break;
      found.push({ start, end, name, text: item });
      if (isFirst) break;
      end = start - 1;
    }
  }
  return found;
}

/** Before the first of a list stand words of its sentence, which everybody uses: 解决了|马店、石桥. */
function firstItem(
  text: string,
  from: number,
  end: number,
  isStart: (offset: number) => boolean,
  isCommon: (word: string) => boolean,
): number {
  let start = end;
  while (start > from) {
    let word = start - 1;
    while (word > from && !isStart(word)) word--;
    if (start - word < 2 && start < end) break;
    // A name may end with a word of everybody: 海川|电子.
    if (isCommon(text.slice(word, start))) return start === end && end - from <= LONGEST_ALONE ? from : start;
    start = word;
  }
  return start;
}
