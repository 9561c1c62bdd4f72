/*
 * Whole numbers of some bits each, one behind the other without gaps, the lowest bit of a word first. A column has one word more than they fill, so that
 * a number and what follows it are always two words.
 */

/** Bits that every number below `limit` fits in. */
export const widthBelow = (limit: number): number => Math.max(1, 32 - Math.clz32(Math.max(1, limit) - 1));

/** Words of a column of `count` numbers. */
export const packedWords = (count: number, width: number): number => Math.ceil((count * width) / 32) + 1;

/** Packs the numbers 0 to `count` - 1 of a column of `width` bits each. Throws where it is more than 512 MB. */
export function packNumbers(count: number, width: number, numberAt: (i: number) => number): Int32Array {
  if (count * width > 0xffff_ffff) throw new RangeError('A column of an index segment is too long.');
  const words = new Int32Array(packedWords(count, width));
  for (let i = 0; i < count; i++) {
    const bit = i * width;
    const shift = bit % 32;
    const number = numberAt(i);
    words[bit >>> 5]! |= number << shift;
    if (shift + width > 32) words[(bit >>> 5) + 1]! |= number >>> (32 - shift);
  }
  return words;
}

/** The number whose bits begin at `bit` behind the word `base`; `bit` as an unsigned number. */
export function unpacked(words: Int32Array, base: number, bit: number, mask: number): number {
  const word = base + (bit >>> 5);
  const shift = bit & 31;
  // In two shifts, for one by 32 would be none.
  return ((words[word]! >>> shift) | ((words[word + 1]! << 1) << (31 - shift))) & mask;
}
