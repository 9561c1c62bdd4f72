import { unpacked } from '../columns/packedColumn';

/** Numbers of a block: with one bit each they are one word. */
export const BLOCK_NUMBERS = 32;
/** It is noted where every so many blocks begin; from there on their widths are added up. */
const NOTED_EVERY = 8;

/** Whole numbers below 2 ** 31 in blocks, each with as many bits a number as the largest in it needs. */
export class BitBlocks {
  private readonly widths: Uint8Array;
  private readonly noted: Uint32Array;
  private readonly words: Int32Array;

  constructor(numbers: ArrayLike<number>) {
    const blocks = Math.ceil(numbers.length / BLOCK_NUMBERS);
    this.widths = new Uint8Array(blocks);
    this.noted = new Uint32Array(Math.ceil(blocks / NOTED_EVERY));
    let words = 0;
    for (let block = 0; block < blocks; block++) {
      if (block % NOTED_EVERY === 0) this.noted[block / NOTED_EVERY] = words;
      const end = Math.min(numbers.length, (block + 1) * BLOCK_NUMBERS);
      let bits = 0;
      for (let i = block * BLOCK_NUMBERS; i < end; i++) bits |= numbers[i]!;
      this.widths[block] = 32 - Math.clz32(bits);
      words += this.widths[block]!;
    }
    // A number is read from two words.
    this.words = new Int32Array(words + 1);
    for (let i = 0, first = 0; i < numbers.length; i++) {
      const width = this.widths[Math.floor(i / BLOCK_NUMBERS)]!;
      const bit = (i % BLOCK_NUMBERS) * width;
      const [word, shift] = [first + (bit >>> 5), bit & 31];
      this.words[word]! |= numbers[i]! << shift;
      if (shift + width > 32) this.words[word + 1]! |= numbers[i]! >>> (32 - shift);
      if (i % BLOCK_NUMBERS === BLOCK_NUMBERS - 1) first += width;
    }
  }

  /** The `i`-th number of a block. */
  at(block: number, i: number): number {
    const width = this.widths[block]!;
    return unpacked(this.words, this.firstWord(block), i * width, maskOf(width));
  }

  /** The sum of the first `count` numbers of a block. */
  sum(block: number, count: number): number {
    const width = this.widths[block]!;
    const first = this.firstWord(block);
    const mask = maskOf(width);
    let sum = 0;
    for (let i = 0; i < count; i++) sum += unpacked(this.words, first, i * width, mask);
    return sum;
  }

  /** How many numbers of a block, the first ones, are in all no more than `most`. */
  countWithin(block: number, most: number): number {
    const width = this.widths[block]!;
    const first = this.firstWord(block);
    const mask = maskOf(width);
    let [sum, count] = [0, 0];
    for (; count < BLOCK_NUMBERS; count++) {
      sum += unpacked(this.words, first, count * width, mask);
      if (sum > most) break;
    }
    return count;
  }

  get byteLength(): number {
    return this.widths.byteLength + this.noted.byteLength + this.words.byteLength;
  }

  private firstWord(block: number): number {
    const near = block - (block % NOTED_EVERY);
    let word = this.noted[near / NOTED_EVERY]!;
    for (let before = near; before < block; before++) word += this.widths[before]!;
    return word;
  }
}

const maskOf = (width: number): number => (1 << width) - 1;
