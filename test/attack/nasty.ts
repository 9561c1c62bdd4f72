import { below, oneOf } from './attackKind';

/** Pieces of which nasty texts are made: markers, brackets, digits, blanks, quotes, halves of characters, nothing but marks. */
export const NASTY_PIECES: readonly string[] = [
  '推动高质量发展',
  '（一）',
  '（一）甲',
  '一是甲；',
  '第一，甲。一是甲；首先，二是乙。',
  '一、（一）1.（1）一是',
  '一、标题甲乙\n',
  '\n',
  ' ',
  '　',
  '“',
  '“甲',
  '《甲》、',
  '〔',
  '，',
  '。',
  '1',
  '1.',
  '1,',
  '2024年',
  '一二',
  'a',
  '\ud842',
  '𠮷',
  '既要甲又要乙，',
  '要大兴调研之风，',
  '王书记',
  '$(x)[](a)',
  '#',
  '\t',
];

/** A text of one piece over and over, in UTF-16 code units. */
export const nastyText = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** A text of so many UTF-16 code units, of one kind. */
export interface NastyText {
  readonly name: string;
  readonly make: (length: number) => string;
}

const DIGITS = '一二三四五六七八九';
const chinese = (value: number): string =>
  value < 10
    ? DIGITS[value - 1]!
    : `${value < 20 ? '' : DIGITS[Math.floor(value / 10) - 1]}十${DIGITS[(value % 10) - 1] ?? ''}`;

/** Pieces one after the other, the number of each going up to `most` and from 1 again. */
function counting(most: number, piece: (value: number) => string): NastyText['make'] {
  return length => {
    let text = '';
    for (let i = 0; text.length < length; i++) text += piece((i % most) + 1);
    return text.slice(0, length);
  };
}

/** Numbers that go up, on one line and on many, with a sentence end and without: a piece over and over has none of these. */
const COUNTING: readonly NastyText[] = [
  { name: '一至九十九是甲；', make: counting(99, value => `${chinese(value)}是甲；`) },
  { name: '（一）至（九十九），', make: counting(99, value => `（${chinese(value)}）甲，`) },
  { name: '1.至999.甲，', make: counting(999, value => `${value}.甲，`) },
  { name: '1.至999.一行', make: counting(999, value => `${value}.甲\n`) },
  { name: '第一至第九十九，甲、', make: counting(99, value => `第${chinese(value)}，甲、`) },
  { name: '一、至九十九、一行', make: counting(99, value => `${chinese(value)}、甲\n`) },
  { name: '九十九、至一、一行', make: counting(99, value => `${chinese(100 - value)}、甲\n`) },
  { name: '首先其次再次最后', make: counting(4, value => `${['首先', '其次', '再次', '最后'][value - 1]}，甲，`) },
  { name: '五层一行', make: counting(5, value => `${['一、', '（一）', '1.', '（1）', '①'][value - 1]}甲\n`) },
  { name: '五层倒序', make: counting(5, value => `${['①', '（1）', '1.', '（一）', '一、'][value - 1]}甲\n`) },
  { name: '二是而无一是', make: counting(98, value => `${chinese(value + 1)}是甲\n`) },
  { name: '一是一是', make: counting(2, value => `${chinese(value)}是：\n一是：\n`) },
  { name: '(', make: length => '（'.repeat(length / 2) + '）'.repeat(length / 2) },
  {
    name: '各字不同',
    make: length =>
      String.fromCharCode(...Array.from({ length: 20_000 }, (_, i) => 0x4e00 + i))
        .repeat(length / 20_000 + 1)
        .slice(0, length),
  },
];

/** Every kind that is always tried. */
export const NASTY_TEXTS: readonly NastyText[] = [
  ...NASTY_PIECES.map(piece => ({ name: JSON.stringify(piece), make: (length: number) => nastyText(piece, length) })),
  ...COUNTING,
];

/** A kind by chance: a few pieces in any order, again and again or never twice the same. */
export function anyNastyText(next: () => number): NastyText {
  const pieces = Array.from({ length: 2 + below(next, 4) }, () => oneOf(next, NASTY_PIECES));
  const isPeriodic = next() < 0.5;
  const order = Array.from({ length: isPeriodic ? 12 : 4_000 }, () => oneOf(next, pieces)).join('');
  return {
    name: `${isPeriodic ? 'over and over' : 'mixed'} ${JSON.stringify(pieces)}`,
    make: length => nastyText(order, length),
  };
}
