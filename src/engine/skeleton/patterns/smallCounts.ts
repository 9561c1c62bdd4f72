import type { Particular } from '../particulars/particulars';

/**
 * One figure before a measure that counts what was: 七位老同志, 两次体检, 五年来, 九个村. What announces or names parts is the speech's
 * own (三点意见, 两个方面, 四项任务), as are idioms (三位一体, 十年如一日, 五十年一遇).
 */
const COUNT =
  /(?<![第初星期周一二三四五六七八九十百千万两几数好])(?:[二三四五六七八九十两]|[二三四五六七八九]?十[一二三四五六七八九]?)(?=(?:多|余)?(?:年(?!级|如一日|一遇|计划|行动|规划|攻坚|树|之)|间|位(?!一体|数)|轮(?!驱动)|次(?!党代会|会议|全会|方|要|性)|名|户|天|家|座|台|辆|批|场|所(?![有以])|处|人(?!同心|大|民)|岁|倍|个(?:乡镇|镇|村|社区|县|市|部门|单位|项目|企业|小区|支部|网格|班组|月|多月|小时|百分点|年头|昼夜|场景|科目|点位|站点|基地|学校|家庭|班|组|队|车间|窗口|品种|景点|民族|国家|省|城市|床位|岗位|车位|标段|合作社|协会|机构)))/g;
/** A figure for itself between marks of a series is numbering. */
const IDIOM = /^(?:三年五载|三天两头|两天打|十年树|十年磨|十年寒|二十四节|八十年代|[二三四五六七八九]十年代)/;

/** 十五万担, 一千三百年: whatever is counted. 千方百计 and 三百六十行 count nothing. */
const LARGE =
  /(?<![第初几数一二三四五六七八九十百千万亿两分])(?:[二三四五六七八九两]?十[一二三四五六七八九]?|[一二三四五六七八九两])[百千万亿][零一二三四五六七八九十百千万亿]*(?!六十行|八十度|上下|丈|古|难|众|火急|年太久)/g;
/** 排名第九 */
const PLACE = /(?<=(?:排名?|位?列|位?居|名列)(?:全[国省市县])?第)[一二三四五六七八九十]{1,3}(?!方|步)/g;

/** The counts of a text of less than ten, and of tens. `培养后备干部三十名` → 三十. */
export function smallCounts(text: string): Particular[] {
  return [...text.matchAll(COUNT), ...text.matchAll(LARGE), ...text.matchAll(PLACE)].flatMap(({ index, 0: count }) =>
    IDIOM.test(text.slice(index, index + 6))
      ? []
      : [{ start: index, end: index + count.length, name: '数字', text: count, isAlone: true as const }],
  );
}
