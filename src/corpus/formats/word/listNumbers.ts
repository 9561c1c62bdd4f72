import { formatChinese } from '../../../engine/text/chineseNumber';
import { limits } from '../limits';

const DIGITS = '〇一二三四五六七八九';
const SIGNS = '零一二三四五六七八九十百';
const LEGAL_SIGNS = '零壹贰叁肆伍陆柒捌玖拾佰';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
const ROMAN: readonly (readonly [value: number, sign: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: value => [...String(value)].map(digit => DIGITS[Number(digit)]).join(''),
  chineseLegalSimplified: legal,
  ideographLegalTraditional: legal,
  ideographTraditional: value => STEMS[(value - 1) % STEMS.length] ?? String(value),
  ideographZodiac: value => BRANCHES[(value - 1) % BRANCHES.length] ?? String(value),
  upperRoman: value => roman(value).toUpperCase(),
  lowerRoman: roman,
  upperLetter: value => letters(value).toUpperCase(),
  lowerLetter: letters,
  decimalZero: value => String(value).padStart(2, '0'),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: value => `（${value}）`,
};

/** A number in one of Word's list formats: `formatNumber(12, 'chineseCounting')` is 十二; unknown formats count in digits. */
export function formatNumber(value: number, format: string): string {
  return value > 0 && value <= limits.listNumber ? (FORMATS[format]?.(value) ?? String(value)) : String(value);
}

/** 一 to 九百九十九, as headings count; beyond that digits. */
function chinese(value: number): string {
  return value < 1000 ? formatChinese(value)! : String(value);
}

/** The same in the signs of cheques: 十二 is 拾贰. */
function legal(value: number): string {
  return chinese(value).replace(/[一-龥]/g, sign => LEGAL_SIGNS[SIGNS.indexOf(sign)]!);
}

function roman(value: number): string {
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += sign;
  }
  return text;
}

/** a to z, then aa, bb, as Word counts. */
function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function circled(value: number): string {
  return value <= 20 ? String.fromCharCode(0x2460 + value - 1) : String(value);
}
