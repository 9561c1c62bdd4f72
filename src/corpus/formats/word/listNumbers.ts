const DIGITS = '〇一二三四五六七八九';
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖';
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

const chinese = (value: number) => chineseNumber(value, DIGITS, '十', '百');
const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  ideographDigital: value => [...String(value)].map(digit => DIGITS[Number(digit)]).join(''),
  chineseLegalSimplified: value => chineseNumber(value, LEGAL_DIGITS, '拾', '佰'),
  ideographLegalTraditional: value => chineseNumber(value, LEGAL_DIGITS, '拾', '佰'),
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
  return value > 0 ? (FORMATS[format]?.(value) ?? String(value)) : String(value);
}

/** 一 to 九百九十九; beyond that digits. 十 to 十九 go without 一. */
function chineseNumber(value: number, digits: string, ten: string, hundred: string): string {
  if (value >= 1000) return String(value);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  let text = hundreds > 0 ? digits[hundreds]! + hundred : '';
  if (tens > 0) text += (tens === 1 && hundreds === 0 ? '' : digits[tens]!) + ten;
  else if (hundreds > 0 && ones > 0) text += '零';
  return ones > 0 ? text + digits[ones]! : text;
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
