import { type Alphabet, type CodeWriter, readCodes } from './alphabet';

/** Code units of a suffix that its row holds; with one bit more for word starts they take two bytes. */
export const ROW_CODES = 15;
/** Rows of a block. */
export const BLOCK_ROWS = 2048;
/** Rows of a sample of a wide context: as many as completion looks at, and some for what goes on from them. */
export const SAMPLE_ROWS = 256;

/**
 * Some suffixes in their order, as they are read from a library: what each begins with, where it stands, and where words start in it.
 * Flat, by row.
 */
export interface Rows {
  readonly count: number;
  /** `ROW_CODES` each; 0 behind the end of an article. */
  readonly codes: Uint16Array;
  /** Position of the suffix in the text. */
  readonly positions: Uint32Array;
  /** Bit i: a word starts at the i-th code unit, 0 <= i <= `ROW_CODES`. */
  readonly wordStarts: Uint16Array;
}

const WORD_BYTES = 2;
const POSITION_BYTES = 4;
const MARK = 2;

/**
 * The bytes of some rows: of each only what differs from the one before, column by column, so that they pack well.
 */
export function encodeRows({ count, codes, positions, wordStarts }: Rows, write: CodeWriter): Uint8Array {
  const common = new Uint8Array(count);
  let own = 0;
  for (let row = 0; row < count; row++) {
    const at = row * ROW_CODES;
    let length = 0;
    if (row > 0) while (length < ROW_CODES && codes[at + length] === codes[at - ROW_CODES + length]) length++;
    common[row] = length;
    own += ROW_CODES - length;
  }
  const bytes = new Uint8Array(MARK + count * (1 + POSITION_BYTES + WORD_BYTES) + 3 * own);
  bytes[0] = count & 0xff;
  bytes[1] = count >> 8;
  bytes.set(common, MARK);
  let at = MARK + count;
  for (let byte = 0; byte < POSITION_BYTES; byte++)
    for (let row = 0; row < count; row++) bytes[at++] = positions[row]! >>> (8 * byte);
  for (let byte = 0; byte < WORD_BYTES; byte++)
    for (let row = 0; row < count; row++)
      bytes[at++] = (wordStarts[row]! ^ (row > 0 ? wordStarts[row - 1]! : 0)) >>> (8 * byte);
  for (let row = 0; row < count; row++)
    for (let i = common[row]!; i < ROW_CODES; i++) at = write(bytes, at, codes[row * ROW_CODES + i]!);
  return bytes.slice(0, at);
}

/** The rows of these bytes; null where they are not so many, are out of order, no text has them, or they stand beyond one of `length`. `alphabet`: one that was looked at. */
export function decodeRows(bytes: Uint8Array, alphabet: Alphabet, length: number, count: number): Rows | null {
  const fixed = MARK + count * (1 + POSITION_BYTES + WORD_BYTES);
  if (((bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8)) !== count || bytes.length < fixed) return null;
  const rows = {
    count,
    codes: new Uint16Array(count * ROW_CODES),
    positions: new Uint32Array(count),
    wordStarts: new Uint16Array(count),
  };
  const { codes, positions, wordStarts } = rows;
  // Bytes of a row stand so far apart; each step is the cost of a list, so nothing is called in them.
  const [second, third, fourth] = [count, 2 * count, 3 * count];
  let column = MARK + count;
  for (let row = 0, i = column; row < count; row++, i++) {
    positions[row] = bytes[i]! | (bytes[i + second]! << 8) | (bytes[i + third]! << 16) | (bytes[i + fourth]! << 24);
    if (positions[row]! >= length) return null;
  }
  column += count * POSITION_BYTES;
  let words = 0;
  for (let row = 0, i = column; row < count; row++, i++) {
    words ^= bytes[i]! | (bytes[i + second]! << 8);
    wordStarts[row] = words;
  }
  let at = fixed;
  for (let row = 0; row < count; row++) {
    const common = bytes[MARK + row]!;
    const start = row * ROW_CODES;
    if (common > ROW_CODES || (row === 0 && common > 0)) return null;
    for (let i = 0; i < common; i++) codes[start + i] = codes[start - ROW_CODES + i]!;
    at = readCodes(alphabet, bytes, at, codes, start + common, start + ROW_CODES);
    if (at < 0) return null;
    const isRising = common === ROW_CODES || row === 0 || codes[start + common]! > codes[start + common - ROW_CODES]!;
    if (!isRising) return null;
  }
  return at === bytes.length ? rows : null;
}

/** First of the rows that is not below `pattern`, which is no longer than a row. */
export function firstNotBelow({ codes, count }: Rows, pattern: string): number {
  return firstWhere(count, row => compare(codes, row, pattern) >= 0);
}

/** First of the rows that is above `pattern` and does not start with it. */
export function firstBeyond({ codes, count }: Rows, pattern: string): number {
  return firstWhere(count, row => compare(codes, row, pattern) > 0);
}

function compare(codes: Uint16Array, row: number, pattern: string): number {
  for (let i = 0; i < pattern.length; i++) {
    const difference = codes[row * ROW_CODES + i]! - pattern.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The least number in [0, count) for which it is true, as it is for all above; `count` where it never is. */
export function firstWhere(count: number, isTrue: (number: number) => boolean): number {
  let lo = 0;
  let hi = count;
  while (lo < hi) {
    const middle = (lo + hi) >>> 1;
    if (isTrue(middle)) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}
