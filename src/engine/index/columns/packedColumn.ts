/**
 * Whole numbers below 2^`width`, one behind the other without gaps: number `i` has bits [i × width, (i + 1) × width) of the column,
 * the lowest bit of a word first. One word more than they fill, so that a number and what follows it are always two words.
 */
export class PackedColumn {
  private readonly mask: number;

  /** `words`: of `packedWords` entries. */
  constructor(
    private readonly words: Int32Array,
    private readonly width: number,
  ) {
    this.mask = -1 >>> (32 - width);
  }

  at(index: number): number {
    return unpacked(this.words, 0, Math.imul(index, this.width), this.mask);
  }
}

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

/** Makes the words of a column. Throws where they are more than 512 MB: no text is as long. */
export function pack(numbers: Int32Array, width: number): Int32Array {
  if (numbers.length * width > 0xffff_ffff) throw new RangeError('A column of an index segment is too long.');
  const words = new Int32Array(packedWords(numbers.length, width));
  for (let i = 0, bit = 0; i < numbers.length; i++, bit += width) {
    const word = bit >>> 5;
    const shift = bit & 31;
    words[word]! |= numbers[i]! << shift;
    if (shift + width > 32) words[word + 1]! |= numbers[i]! >>> (32 - shift);
  }
  return words;
}
