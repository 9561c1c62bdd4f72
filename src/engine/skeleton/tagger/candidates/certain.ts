import type { Span } from '../../../text/sentences';
import { type TaggedParagraph, wordFrom } from '../paragraphWords';

/** What needs no judgement: figures, dates in figures, fractions, numbers of more than one character. */
export interface CertainSpan extends Span {
  /** Name of its slot. */
  readonly name: '数字' | '日期' | '年份' | '编号';
}

const DIGIT = '[0-9０-９]';
const NUMERAL = '[零〇○一二三四五六七八九十百千万亿两]';
const HALF_DAY =
  '(?<![昨今明前当]天)(?:凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜间|(?<![今明昨当每])晚|(?<![今明清])早)';
const HOUR = '(?:二十[一二三四]?|十[一二三四五六七八九]?|[一二两三四五六七八九])';
const CLOCK = `${HALF_DAY}?${DIGIT}{1,2}(?:[时点](?:${DIGIT}{1,2}分|半|整)?|[:：]${DIGIT}{2})`;
const MONTH_DAY = `(?:${DIGIT}{1,2}月(?:${DIGIT}{1,2}[日号]|份)?|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}[日号])`;
const YEAR = `(?:${DIGIT}{4}|[一二][〇○零一二三四五六七八九]{3})`;
const TO = '[-—–~～至到]{1,2}';
/** 三点意见 announces, 三点五 measures. */
const NO_DECIMAL = '(?!意见|要求|体会|建议|希望|感受|想法|工作|钟)';
/** 三成以上 is a share, 三成立 and 一成不变 are none. */
const NO_TENTH = '(?![为立功长员就品本果效熟年型片套队语绩批网家才器交不])';
/** Strongest first: what one rule took, the others leave. */
const RULES: readonly (readonly [name: CertainSpan['name'], source: string])[] = [
  [
    '日期',
    `${YEAR}年${MONTH_DAY}(?:${CLOCK}|${HALF_DAY})?(?:${TO}(?:${YEAR}年)?(?:${MONTH_DAY}|${DIGIT}{1,2}[日号]))?`,
  ],
  ['日期', `(?<!${DIGIT})(?:${MONTH_DAY}|${DIGIT}{1,2})${TO}${MONTH_DAY}|${MONTH_DAY}${TO}${DIGIT}{1,2}[日号]`],
  ['日期', `(?<![个\\d])${MONTH_DAY}(?:${CLOCK}|${HALF_DAY}|[上中下]旬)?`],
  [
    '日期',
    `(?<!${DIGIT})${DIGIT}{1,2}[日号](?!线|楼|店|院|机|炉|文|地块|矿|锅|井|码头|窗口|门|桥|坑|厅|船|舰|洞|标|泵)(?:${CLOCK}|${HALF_DAY})?|(?<!${DIGIT})${CLOCK}`,
  ],
  // 今晚|八点 is an hour, 四点半课堂 is the name of one.
  [
    '日期',
    `(?<=今晚|明晚|昨晚|当晚|每晚|凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|夜间|晚|早)${HOUR}点(?:半|整|钟|${NUMERAL}{1,3}分)?${NO_DECIMAL}(?!课堂|一滴)|${HOUR}点[半整](?!课堂)|${HOUR}[时点]${NUMERAL}{1,3}分(?!钟)`,
  ],
  ['年份', `${YEAR}(?:${TO}${YEAR})?(?=年)`],
  // Roads, trains and papers by their letters: S308, G30.
  ['编号', '(?<![A-Za-z\\d])[A-Z]{1,3}-?\\d{1,5}(?![A-Za-z\\d])'],
  ['数字', `${NUMERAL}+分之${NUMERAL}+(?:点${NUMERAL}+)?|${NUMERAL}+点[零一二三四五六七八九]+${NO_DECIMAL}`],
  ['数字', `${NUMERAL}+[到至]${NUMERAL}+(?=[个周天年名倍家万亿度米公里成人次件厘毫分岁])`],
  ['数字', `${NUMERAL}+(?:个半?)?小时零?${NUMERAL}+分`],
  [
    '数字',
    `(?<![A-Za-z\\d.．])${DIGIT}+(?:[.．]${DIGIT}+)?(?:[到至]|[-—–～]{1,2})${DIGIT}+(?:[.．]${DIGIT}+)?[%％]?(?![A-Za-z\\d年月日号时:：])`,
  ],
  ['数字', `(?<![A-Za-z\\d.．])${DIGIT}+(?:[.．,，]${DIGIT}+)*[%％‰]?(?![A-Za-z])`],
  ['数字', '[Ⅰ-Ⅻ]+(?![A-Za-z])'],
  ['数字', `(?<=第)${NUMERAL}+(?=届)|${NUMERAL}+(?=周年)`],
  [
    '数字',
    `(?<!${NUMERAL}|[变做促完形组构造不建])[一二三四五六七八九两]{1,2}成(?:[一二三四五六七八九半](?![为个项名条]))?${NO_TENTH}`,
  ],
  [
    '数字',
    '[一两三四五六七八九]个?(?:天|年|月)半|[一二两三四五六七八九十]+个半月|[一二两三四五六七八九十]+[个亩斤里]半(?=小时|钟头|[县亩成]|[，。；地的])|(?<=[高低多少增减近超到了补的])一半|[一二两三四五六七八九]个亿',
  ],
];
const LARGE = /[零〇一二三四五六七八九十百千万亿两]{2,}(?:[余多][万亿])?/g;
/** 三五 and parts of words; what begins with a unit (百亿, 千万) or is nothing but a unit. */
const NO_COUNT = /^[一二三四五六七八九两]+$|^[百千万亿]|^一[百千万亿]$/;
/** Words with a number in them that count nothing, by their part of speech: 三位一体, 千方百计, 十八大. */
const NO_NUMBER = /^[ilnajdvz]/;
const NAMED = /^(?:大(?![力家中小])|届[^，。]{0,3}全会|节气|年如一日|之八九)/;

/** Ascending, none over another. `2024年3月全县有四十二个村` → 2024年3月, 四十二. */
export function certainSpans(paragraph: TaggedParagraph): CertainSpan[] {
  const { text, lexicon } = paragraph;
  const taken = new Uint8Array(text.length);
  const found: CertainSpan[] = [];
  const take = (start: number, end: number, name: CertainSpan['name']) => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    found.push({ start, end, name });
  };
  const isEdge = (at: number) => (wordFrom(paragraph, at)?.start ?? at) === at;
  for (const [name, source] of RULES) {
    for (const { index, 0: match } of text.matchAll(new RegExp(source, 'g'))) {
      const end = index + match.length;
      // 四成|人: there 成 begins a word.
      take(index, match.endsWith('成') && !isEdge(end) ? end - 1 : end, name);
    }
  }
  for (const { index, 0: number } of text.matchAll(LARGE)) {
    const end = index + number.length;
    if (NO_COUNT.test(number) || NAMED.test(text.slice(end, end + 6))) continue;
    const isWord = [index, end - 1].some(at => {
      const word = wordFrom(paragraph, at)!;
      return (word.start < index || word.end > end) && NO_NUMBER.test(lexicon.tagOf(word.text));
    });
    if (!isWord) take(index, end, '数字');
  }
  return found.sort((a, b) => a.start - b.start);
}
