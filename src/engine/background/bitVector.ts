/** Ones before which a place is noted, so that finding the n-th one starts nearby. */
const NOTED_EVERY = 64;

/** Bits that can be counted and found: how many ones stand before a place, and where the n-th one stands. */
export class BitVector {
  /** For each word the ones in the words before it. */
  readonly #before: Uint32Array;
  /** For every `NOTED_EVERY`-th one the word it stands in. */
  readonly #noted: Uint32Array;
  readonly ones: number;

  /** @param words bit `i` is bit `i & 31` of word `i >> 5` */
  constructor(readonly words: Uint32Array) {
    this.#before = new Uint32Array(words.length + 1);
    const noted: number[] = [];
    let ones = 0;
    for (let word = 0; word < words.length; word++) {
      this.#before[word] = ones;
      const next = ones + bitCount(words[word]!);
      while (noted.length * NOTED_EVERY < next) noted.push(word);
      ones = next;
    }
    this.#before[words.length] = ones;
    this.#noted = Uint32Array.from(noted);
    this.ones = ones;
  }

  has(place: number): boolean {
    return (this.words[place >>> 5]! & (1 << (place & 31))) !== 0;
  }

  /** Ones in [0, place). */
  rank(place: number): number {
    const word = place >>> 5;
    const rest = place & 31;
    return rest === 0 ? this.#before[word]! : this.#before[word]! + bitCount(this.words[word]! & ((1 << rest) - 1));
  }

  /** Place of the one with this number, from 0 on; `number < ones`. */
  select(number: number): number {
    let word = this.#noted[Math.floor(number / NOTED_EVERY)]!;
    while (this.#before[word + 1]! <= number) word++;
    let bits = this.words[word]!;
    for (let left = number - this.#before[word]!; left > 0; left--) bits &= bits - 1;
    return (word << 5) + lowestOne(bits);
  }

  /** First one at `place` or behind it; there must be one. */
  next(place: number): number {
    let word = place >>> 5;
    let bits = this.words[word]! & (-1 << (place & 31));
    while (bits === 0) bits = this.words[++word]!;
    return (word << 5) + lowestOne(bits);
  }
}

const lowestOne = (bits: number): number => 31 - Math.clz32(bits & -bits);

function bitCount(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
