/*
 * Whole numbers of some bits each, one behind the other without gaps, the lowest bit of a word first. A column has one word more than they fill, so that
 * a number and what follows it are always two words.
 */

/** Bits that every number below `limit` fits in. */
export const widthBelow = (limit: number): number => Math.max(1, 32 - Math.clz32(Math.max(1, limit) - 1));

/** Words of a column of `count` numbers. */
export const packedWords = (count: number, width: number): number => Math.ceil((count * width) / 32) + 1;

/** The number whose bits begin at `bit` behind the word `base`; `bit` as an unsigned number. */
export function unpacked(words: Int32Array, base: number, bit: number, mask: number): number {
  const word = base + (bit >>> 5);
  const shift = bit & 31;
  // In two shifts, for one by 32 would be none.
  return ((words[word]! >>> shift) | ((words[word + 1]! << 1) << (31 - shift))) & mask;
}
