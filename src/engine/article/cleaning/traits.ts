import { TRADITIONAL } from '../../text/traditionalCharacters';

/**
 * What kinds of characters a stretch of text contains, as bits: one pass over an article tells which of the expensive
 * rules can find anything at all in it, and in which lines.
 */
export const Trait = {
  /** A blank of any width. */
  blank: 1,
  /** Half-width or compatibility punctuation that may have to become full-width. */
  halfWidth: 2,
  /** `<`, `>`, `&`, `[`: markup may be left. */
  markup: 4,
  /** Symbols that prose hardly uses and noise cannot do without. */
  oddSymbol: 8,
  /** Letters with tone marks and other accents: readings, or a wrong decoding. */
  accent: 16,
  /** Characters that only the traditional script uses. */
  traditional: 32,
  /** Invisible characters, private use, compatibility ideographs. */
  invisible: 64,
  /** Signs of a wrong decoding: U+FFFD, typical characters of UTF-8 read as GBK. */
  garbled: 128,
  /** A break that a line may contain: U+2028, U+2029, U+0085, vertical tab, form feed. */
  innerBreak: 256,
  /** Brackets, enclosed and raised numbers that may mark a note. */
  noteMark: 512,
} as const;

/** Characters that UTF-8 read as GBK is full of and that no Chinese text uses. */
export const MISREAD = '鐨鏄鍦鍜鍥鍏鍙鍚鎴锛銆';

const TRAITS = traitTable();

/** The traits of [start, end), joined. */
export function traitsOf(text: string, start = 0, end = text.length): number {
  let traits = 0;
  for (let i = start; i < end; i++) traits |= TRAITS[text.charCodeAt(i)]!;
  return traits;
}

/** Number of characters in the text that have one of the traits. */
export function countTraits(text: string, traits: number): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if ((TRAITS[text.charCodeAt(i)]! & traits) !== 0) count++;
  return count;
}

function traitTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  const mark = (trait: number, characters: string) => {
    for (const character of characters) table[character.charCodeAt(0)]! |= trait;
  };
  const markRange = (trait: number, from: number, to: number) => {
    for (let code = from; code <= to; code++) table[code]! |= trait;
  };
  mark(Trait.blank, ' \t\u00a0\u3000\u202f\u205f');
  markRange(Trait.blank, 0x2000, 0x200a);
  mark(Trait.halfWidth, ',;:!?().-"\'<>｡､｢｣･―─━〝〞％＂＇－．');
  markRange(Trait.halfWidth, 0xfe50, 0xfe6b);
  markRange(Trait.halfWidth, 0xff10, 0xff19);
  markRange(Trait.halfWidth, 0xff21, 0xff3a);
  markRange(Trait.halfWidth, 0xff41, 0xff5a);
  mark(Trait.markup, '<>&[');
  mark(Trait.oddSymbol, '#$&*+/\\^_`{|}~@!<=>?"\'[];');
  markRange(Trait.accent, 0xa1, 0x233);
  table[0xb7] = 0;
  table[0xd7] = 0;
  for (const code of TRADITIONAL) table[code]! |= Trait.traditional;
  mark(Trait.traditional, '「」『』');
  markRange(Trait.invisible, 0x200b, 0x200f);
  markRange(Trait.invisible, 0x202a, 0x202e);
  markRange(Trait.invisible, 0x2060, 0x206f);
  mark(Trait.invisible, '\u00ad\ufeff\u007f');
  markRange(Trait.invisible, 0, 8);
  markRange(Trait.invisible, 0x0e, 0x1f);
  markRange(Trait.invisible, 0x2e80, 0x2fd5);
  markRange(Trait.invisible, 0xe000, 0xf8ff);
  mark(Trait.garbled, `${MISREAD}锟\ufffd`);
  mark(Trait.noteMark, '[〔［⁰¹²³⁴⁵⁶⁷⁸⁹');
  markRange(Trait.noteMark, 0x2460, 0x2487);
  mark(Trait.innerBreak, '\u2028\u2029\u0085\v\f');
  return table;
}
