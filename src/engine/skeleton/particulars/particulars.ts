import { PERSON_NAME } from '../../article/metadata/names';
import type { Span } from '../../text/sentences';

/** What belongs to one occasion and not to the next: it becomes a slot that says of which kind it was. */
export interface Particular extends Span {
  /** What stands in the slot: 地名, 人名, 数字. */
  readonly name: string;
  /** Its text: the same particular is the same slot all over the draft. */
  readonly text: string;
  /** Each is a slot of its own: two numbers that happen to be equal have nothing to do with each other. */
  readonly isAlone?: boolean;
  /** It may be one, though it probably is none: its slot keeps its words. */
  readonly isDoubtful?: boolean;
}

interface Rule {
  readonly name: string;
  /** Its first group is the particular, never empty. Global. */
  readonly pattern: RegExp;
  readonly isAlone?: boolean;
}

const HAN = '[\\u4e00-\\u9fff]';
const DIGIT = '[0-9０-９]';
const NUMERAL = '[〇○零一二三四五六七八九十]';
const CHINESE = '[零〇一二三四五六七八九十百千万亿两]{1,12}';
/** What is measured, not counted: 三亩 is always a fact, while 三个 may announce three parts. */
const MEASURE =
  '(?:[百千万亿]*(?:亿元|万元|亩|公顷|公里|平方米|平方公里|公斤|吨|千瓦|立方米|人次|个百分点|小时|分钟(?![爱情])))|元(?![素旦宵首老气复化])';
const YEAR = `(?:${DIGIT}{4}|[一二]${NUMERAL}{3})`;
const DAY = `(?:${DIGIT}{1,2}|${NUMERAL}{1,3})`;
const MONTH = `${DAY}月(?:${DAY}[日号])?`;
/** Everybody quotes them: naming them is no particular of one speech. */
const QUOTED = '习近平|毛泽东|邓小平|马克思|恩格斯|列宁|焦裕禄|雷锋';
const SAYS = '强调|指出|要求|讲话|在|对|就|和';
const OFFICE_HELD = '书记|县长|市长|省长|区长|镇长|乡长|州长|主任|部长|局长|厅长|主席|校长|院长|所长|常委';
const OFFICE = `${OFFICE_HELD}|同志|代表|委员`;
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const COUNTED = '[余多个名人户家亩元公吨件次所座项]';
const NO_GIVEN_NAME =
  '广大|各位|全体|有的|有些|部分|个别|少数|很多|许多|不少|一些|党员|干部|我们|老|女|年轻|青年|在座|领导|基层|这些|那些|每|分管';

/** Strongest first: what one rule took, the others leave. */
const RULES: readonly Rule[] = [
  {
    name: '会议',
    pattern: /((?:党的)?(?:十[六七八九]|二十[一二]?)(?:大(?![大力家中小局])|届(?:[一二三四五六七]中)?全会))/g,
  },
  { name: '规划期', pattern: /“([一二三四五六七八九十]{1,3}五)”/g },
  { name: '日期', pattern: new RegExp(`(${YEAR}年${MONTH}|(?<![年个${DIGIT.slice(1, -1)}])${MONTH})`, 'g') },
  { name: '年份', pattern: new RegExp(`(${YEAR}(?:[-—–至到]${YEAR})?)年`, 'g') },
  {
    name: '数字',
    pattern: new RegExp(
      `(${CHINESE}?分之${CHINESE}(?:点${NUMERAL}+)?|${CHINESE}点${NUMERAL}+)(?!意见|要求|体会|建议|希望|钟)`,
      'g',
    ),
    isAlone: true,
  },
  // 一百周年, 第三届, 三亿元: whatever is measured, and in any length.
  { name: '数字', pattern: new RegExp(`(?<=第)(${CHINESE})(?=[届期批次轮])`, 'g'), isAlone: true },
  {
    name: '数字',
    pattern: new RegExp(`(?<![.．余多${DIGIT.slice(1, -1)}]|${CHINESE})(${CHINESE})(?=周年|${MEASURE})`, 'g'),
    isAlone: true,
  },
  {
    name: '数字',
    pattern: new RegExp(`(?<![A-Za-z.])(${DIGIT}+(?:[.．,，]${DIGIT}+)*)(?![A-Za-z])`, 'g'),
    isAlone: true,
  },
  {
    name: '数字',
    pattern: new RegExp(`(?<![${DIGIT.slice(1, -1)}.])([一二三四五六七八九十百千万亿两]{2,20})(?=${COUNTED})`, 'g'),
    isAlone: true,
  },
  {
    name: '人名',
    pattern: new RegExp(
      `(?:${OFFICE_HELD})(?!${QUOTED}|${SAYS})(${PERSON_NAME})(?=同志|指出|强调|要求|作|在|致|[，、。])`,
      'g',
    ),
  },
  { name: '人名', pattern: new RegExp(`(?<!${HAN})(?!${QUOTED}|党员)(${PERSON_NAME})(?<!副)(?=${OFFICE})`, 'g') },
  { name: '人名', pattern: new RegExp(`(?<!${HAN})(?!${QUOTED}|${NO_GIVEN_NAME})(${HAN}{2,3})(?=同志(?!们))`, 'g') },
  { name: '人名', pattern: new RegExp(`(?<=”)(?!${QUOTED})(${PERSON_NAME})(?=[、等，])`, 'g') },
  { name: '地名', pattern: new RegExp(`(${PROVINCES})`, 'g') },
];

/** The particulars of a text, ascending, none over another. `2024年青禾县实现生产总值86亿元` → 2024, 青禾, 86. */
export function particularsOf(text: string, places: ReadonlySet<string>): Particular[] {
  const taken = new Uint8Array(text.length);
  const found: Particular[] = [];
  const take = (start: number, name: string, part: string, isAlone?: boolean) => {
    const end = start + part.length;
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ start, end, name, text: part, ...(isAlone && { isAlone }) });
  };
  for (const { name, pattern, isAlone } of RULES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text))
      take(match.index + match[0].indexOf(match[1]!), name, match[1]!, isAlone);
  }
  for (const place of places) {
    for (let at = text.indexOf(place); at >= 0; at = text.indexOf(place, at + 1)) take(at, '地名', place);
  }
  return found.sort((a, b) => a.start - b.start);
}

const UNIT =
  /(?:[余多](?=[百千万亿]))?[百千万亿]*(?:[余多])?(?:元|平方公里|公里|公顷|公斤|斤|吨|亩|人次|人|名|户|个百分点|个|家|项|件|次|所|座|辆|套|部|岁|小时|分钟|平方米|立方米|米|级|倍|期|批|场|条|种|位|届|周年|周|年|月|天|多|余)?/y;
const RANK = /省|市|县|区|州|盟|旗|镇|乡|街道|村/y;

/** What stays behind a particular, of which it says the measure or the rank: 万元 behind 35, 县 behind 青禾. */
export function measureAfter(text: string, { name, end }: Particular): Span {
  const pattern = name === '地名' ? RANK : /数字|年份/.test(name) ? UNIT : null;
  if (!pattern) return { start: end, end };
  pattern.lastIndex = end;
  return { start: end, end: end + (pattern.exec(text)?.[0].length ?? 0) };
}
