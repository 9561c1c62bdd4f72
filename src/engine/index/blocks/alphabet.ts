import { isTextCode } from '../textCodes';

/**
 * The code units of a text in a byte or two: those that are most frequent in one. The few thousand characters of Chinese are so unevenly used that what is
 * packed afterwards is a sixth smaller.
 */
export interface Alphabet {
  /** Code units, the most frequent first. */
  readonly codes: Uint16Array;
}

const SHORT = 192;
const ESCAPE = 255;
const PAGE = 256;
const MOST = SHORT + (ESCAPE - SHORT) * PAGE;
/** Stands behind the end of an article. */
const BEHIND_END = 0;

/** The alphabet of a text: as many of its code units as fit in two bytes, and 0, which stands behind the end of an article. */
export function alphabetOf(text: Uint16Array): Alphabet {
  const counts = new Uint32Array(1 << 16);
  for (let i = 0; i < text.length; i++) counts[text[i]!]!++;
  counts[0]! += 1;
  const used: number[] = [];
  for (let code = 0; code < counts.length; code++) if (counts[code]! > 0) used.push(code);
  return { codes: Uint16Array.from(used.sort((a, b) => counts[b]! - counts[a]! || a - b).slice(0, MOST)) };
}

/** Writes code units at `at` of bytes that are long enough, three for each; gives back where they end. */
export type CodeWriter = (bytes: Uint8Array, at: number, code: number) => number;

/** Writes what is in the alphabet in a byte or two, all else in three. */
export function codeWriter({ codes }: Alphabet): CodeWriter {
  const numbers = new Int32Array(1 << 16).fill(-1);
  codes.forEach((code, number) => {
    numbers[code] = number;
  });
  return (bytes, at, code) => {
    const number = numbers[code]!;
    if (number >= SHORT) {
      bytes[at] = SHORT + Math.floor((number - SHORT) / PAGE);
      bytes[at + 1] = (number - SHORT) % PAGE;
      return at + 2;
    }
    if (number >= 0) {
      bytes[at] = number;
      return at + 1;
    }
    bytes[at] = ESCAPE;
    bytes[at + 1] = code & 0xff;
    bytes[at + 2] = code >> 8;
    return at + 3;
  };
}

/** By the first byte of a code unit: whether a second follows (1), and the number that the first stands for. */
const SECOND = Uint8Array.from({ length: PAGE }, (_, first) => (first < SHORT ? 0 : 1));
const NUMBER = Uint16Array.from({ length: PAGE }, (_, first) =>
  first < SHORT ? first : SHORT + (first - SHORT) * PAGE,
);

/**
 * Reads code units into `codes`, from `to` up to `end`; where they end in the bytes, or -1 where they are damaged, or none that a text can have. Those of the
 * alphabet are looked at when it is read. Of tens of thousands a list, no two are alike long: so nothing is asked of one but whether it is in the alphabet.
 */
export function readCodes(
  { codes: alphabet }: Alphabet,
  bytes: Uint8Array,
  at: number,
  codes: Uint16Array,
  to: number,
  end: number,
): number {
  const known = alphabet.length;
  let next = at;
  for (let i = to; i < end; i++) {
    const first = bytes[next]!;
    if (first === ESCAPE) {
      const code = bytes[next + 1]! | (bytes[next + 2]! << 8);
      if (code !== BEHIND_END && !isTextCode(code)) return -1;
      codes[i] = code;
      next += 3;
      continue;
    }
    const second = SECOND[first]!;
    const number = NUMBER[first]! + (bytes[next + 1]! & -second);
    codes[i] = number < known ? alphabet[number]! : BEHIND_END;
    next += 1 + second;
  }
  return next <= bytes.length ? next : -1;
}
