import { scramble } from '../../text/hashes';
import { packedWords, packNumbers, unpacked } from '../columns/packedColumn';

/** Minima an article's sketch holds. */
export const SKETCH_SIZE = 32;
/** Characters of a shingle: long enough that two speeches share few, short enough that a small edit touches few. */
const SHINGLE = 8;
/** Bits of each minimum that a sketch keeps: two that differ are the same in one of four thousand bins (Li, König 2010). */
const SKETCH_BITS = 12;
/** A bin that no shingle fell into: while counting, and in the sketch. */
const NONE = 0xffffffff;
const EMPTY = 2 ** SKETCH_BITS - 1;
/** Weight of the oldest character of a shingle in the rolling hash, to take it out again. */
const BASE = 0x01000193;
const OLDEST = power(BASE, SHINGLE);

/**
 * A min-hash of the letters of an article: of all its shingles, sorted into `SKETCH_SIZE` bins by their hash, the
 * smallest of each bin. One hash a character does for all bins (one-permutation hashing: Li, Owen, Zhang 2012), and it rolls
 * (Karp, Rabin 1987). The share of equal bins of two sketches estimates the share of shingles that two articles have in
 * common (Broder 1997). Punctuation and layout do not count.
 */
export function sketch(text: Uint16Array, start: number, end: number): Uint16Array {
  const minima = new Uint32Array(SKETCH_SIZE).fill(NONE);
  const window = new Uint16Array(SHINGLE);
  let letters = 0;
  let rolling = 0;
  for (let position = start; position < end; position++) {
    const code = text[position]!;
    if (!isLetter(code)) continue;
    const slot = letters % SHINGLE;
    rolling = (Math.imul(rolling, BASE) + code - Math.imul(window[slot]!, OLDEST)) | 0;
    window[slot] = code;
    if (++letters >= SHINGLE) keepSmallest(minima, rolling);
  }
  if (letters > 0 && letters < SHINGLE) keepSmallest(minima, rolling);
  return Uint16Array.from(minima, least => (least === NONE ? EMPTY : scramble(least) % EMPTY));
}

/** Words that the sketches of so many articles are stored in. */
export const sketchWords = (articles: number): number => packedWords(articles * SKETCH_SIZE, SKETCH_BITS);

/** Packs sketches, one behind the other, as they are stored. */
export function packSketches(sketches: Uint16Array): Int32Array {
  return packNumbers(sketches.length, SKETCH_BITS, i => sketches[i]!);
}

/** The sketches of so many articles as `packSketches` gave them. */
export function unpackSketches(words: Int32Array, articles: number): Uint16Array {
  const sketches = new Uint16Array(articles * SKETCH_SIZE);
  for (let i = 0; i < sketches.length; i++) sketches[i] = unpacked(words, 0, i * SKETCH_BITS, EMPTY);
  return sketches;
}

/**
 * From this share of equal bins on two articles are copies of one text, unless they were given at different times. Two speeches that quote the same passages
 * reach 0.2 at most; a copy with a changed headline and a few edits stays above 0.8.
 */
const SAME = 0.6;

/**
 * How alike two articles are, whose sketches start at `atA` and `atB`: the share of equal bins where they may be copies of one text, else 0.
 * Never where one has no letters.
 */
export function copyLikeness(a: Uint16Array, atA: number, b: Uint16Array, atB: number): number {
  let equal = 0;
  let different = 0;
  for (let bin = 0; bin < SKETCH_SIZE; bin++) {
    const inA = a[atA + bin]!;
    if (inA !== b[atB + bin]) {
      if (++different > (1 - SAME) * SKETCH_SIZE) return 0;
    } else if (inA !== EMPTY) equal++;
  }
  return equal > 0 && equal >= SAME * (equal + different) ? equal / (equal + different) : 0;
}

/** The bins from `at` on as one number, or -1 where none is filled: equal numbers make two articles worth comparing. */
export function bandKey(sketches: Uint16Array, at: number, bins: number): number {
  let key = at % SKETCH_SIZE;
  let filled = false;
  for (let bin = at; bin < at + bins; bin++) {
    if (sketches[bin] !== EMPTY) filled = true;
    key = Math.imul(key, BASE) ^ scramble(sketches[bin]!);
  }
  return filled ? scramble(key) >>> 1 : -1;
}

function keepSmallest(minima: Uint32Array, hash: number): void {
  const mixed = scramble(hash);
  const bin = mixed & (SKETCH_SIZE - 1);
  if (mixed < minima[bin]!) minima[bin] = mixed;
}

/** Han, Latin letters and digits; everything else differs between two copies of one text. */
function isLetter(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a) ||
    (code >= 0x3400 && code <= 0x4dbf)
  );
}

function power(base: number, exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i++) result = Math.imul(result, base);
  return result;
}
