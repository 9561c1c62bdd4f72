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

/** Reads `count` code units into `codes` from `to` on; where they end in the bytes, or -1 where they are damaged. */
export function readCodes(
  alphabet: Alphabet,
  bytes: Uint8Array,
  at: number,
  codes: Uint16Array,
  to: number,
  count: number,
): number {
  let next = at;
  for (let i = to; i < to + count; i++) {
    const first = bytes[next++];
    if (first === undefined) return -1;
    if (first < SHORT) codes[i] = alphabet.codes[first] ?? 0;
    else if (first < ESCAPE) codes[i] = alphabet.codes[SHORT + (first - SHORT) * PAGE + (bytes[next++] ?? 0)] ?? 0;
    else {
      codes[i] = (bytes[next] ?? 0) | ((bytes[next + 1] ?? 0) << 8);
      next += 2;
    }
  }
  return next <= bytes.length ? next : -1;
}
