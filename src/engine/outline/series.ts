import { arabic, chinese, circled, type Numerals, WORDS, words } from './numerals';
import { anything, noDecimal, noEnumeration, noNeighbour, noNoun, noSaying } from './reading/lookalikes';

/** What stands before and after the numeral: `（` and `）`. */
export interface Form {
  readonly before: string;
  readonly after: string;
  /** Regular expression source of what must follow the marker, where this form alone would be ambiguous. */
  readonly guard?: string;
}

/** Names of the ways of numbering, as `SERIES` has them. */
export type SeriesId =
  | 'chinese'
  | 'chineseParenthesised'
  | 'arabic'
  | 'arabicParenthesised'
  | 'circled'
  | 'ordinal'
  | 'word'
  | 'is'
  | 'must'
  | 'among';

/** One way of numbering: 一、二、三、 or 一是二是三是. */
export interface Series {
  readonly id: SeriesId;
  /**
   * Place in the customary hierarchy: 一、(1) over （一）(2) over 1.(3) over （1）(4) over ①(5);
   * the spoken series, whose markers begin a sentence rather than a heading, share {@link SPOKEN_LEVEL}.
   */
  readonly level: number;
  readonly numerals: Numerals;
  readonly forms: readonly Form[];
  /** Regular expression source of what must follow the marker of this number: keeps false friends (1.5亿, 一是一) out. */
  guard(value: number): string;
  /** Members may stand inside a paragraph, behind punctuation: 一是…；二是…. */
  readonly inline: boolean;
  /** Number of the member that ends the series whatever its length: 最后. */
  readonly closing?: number;
}

/** Level of the series whose members are sentences: 一是, 首先, 第一，. */
export const SPOKEN_LEVEL = 6;

/** All series, in their customary order. */
export const SERIES: readonly Series[] = [
  {
    id: 'chinese',
    level: 1,
    numerals: chinese,
    forms: [
      { before: '', after: '、' },
      { before: '', after: '．' },
      { before: '', after: '.' },
    ],
    guard: noEnumeration,
    inline: false,
  },
  {
    id: 'chineseParenthesised',
    level: 2,
    numerals: chinese,
    forms: [
      { before: '（', after: '）' },
      { before: '(', after: ')' },
    ],
    guard: anything,
    inline: true,
  },
  {
    id: 'arabic',
    level: 3,
    numerals: arabic,
    forms: [
      { before: '', after: '. ' },
      { before: '', after: '.' },
      { before: '', after: '．' },
      { before: '', after: '、' },
    ],
    guard: noDecimal,
    inline: true,
  },
  {
    id: 'arabicParenthesised',
    level: 4,
    numerals: arabic,
    forms: [
      { before: '（', after: '）' },
      { before: '(', after: ')' },
    ],
    guard: anything,
    inline: true,
  },
  {
    id: 'circled',
    level: 5,
    numerals: circled,
    forms: [{ before: '', after: '' }],
    guard: anything,
    inline: true,
  },
  {
    id: 'ordinal',
    level: SPOKEN_LEVEL,
    numerals: chinese,
    forms: [
      { before: '第', after: '，' },
      { before: '第', after: '、' },
      { before: '第', after: '：' },
      { before: '第', after: ',' },
    ],
    guard: noNeighbour,
    inline: true,
  },
  {
    id: 'word',
    level: SPOKEN_LEVEL,
    numerals: words,
    forms: [
      { before: '', after: '，' },
      { before: '', after: '、' },
      { before: '', after: ',' },
      // Without a comma only before 是 and 要: 再次感谢 and 最后一公里 number nothing.
      { before: '', after: '', guard: '(?=是|要)' },
    ],
    guard: anything,
    inline: true,
    closing: WORDS.length,
  },
  {
    id: 'is',
    level: SPOKEN_LEVEL,
    numerals: chinese,
    forms: [
      { before: '', after: '是，' },
      { before: '', after: '是：' },
      { before: '', after: '是' },
    ],
    guard: noSaying,
    inline: true,
  },
  {
    id: 'must',
    level: SPOKEN_LEVEL,
    numerals: chinese,
    forms: [{ before: '', after: '要' }],
    guard: noNoun,
    inline: true,
  },
  {
    id: 'among',
    level: SPOKEN_LEVEL,
    numerals: chinese,
    forms: [
      { before: '其', after: '，' },
      { before: '其', after: '、' },
      { before: '其', after: '：' },
      { before: '其', after: '是' },
    ],
    guard: anything,
    inline: true,
  },
];

const byId = new Map(SERIES.map(series => [series.id, series]));

/** The way of numbering of this name. */
export function seriesOf(id: SeriesId): Series {
  return byId.get(id)!;
}

/** Text as regular expression source. */
export function literal(text: string): string {
  return text.replace(/[.()[\]{}*+?^$|\\]/g, '\\$&');
}

/**
 * Regular expression source of what must follow a form, whatever the number.
 * A form gives way to a longer one that begins alike: in `1. 5亿` the marker, were there one, would be `1. `.
 */
export function formGuard({ forms }: Series, form: Form): string {
  const longer = forms
    .filter(other => other !== form && other.before === form.before && other.after.startsWith(form.after))
    .map(other => literal(other.after.slice(form.after.length)));
  return (longer.length > 0 ? `(?!${longer.join('|')})` : '') + (form.guard ?? '');
}
