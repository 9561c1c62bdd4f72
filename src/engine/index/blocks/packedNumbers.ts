import { BitBlocks, BLOCK_NUMBERS } from './bitBlocks';
import { firstWhere } from './rows';

/**
 * Numbers of which neighbours are alike, or rise by one: of each block the least, and how far the others are above it (frame of reference: Goldstein,
 * Ramakrishnan and Shaft 1998). Any of them is read at once.
 */
export class PackedNumbers {
  readonly length: number;
  private readonly bases: Int32Array;
  private readonly above: BitBlocks;

  /** @param slope what they rise by where nothing is out of the ordinary */
  constructor(
    numbers: ArrayLike<number>,
    private readonly slope: 0 | 1 = 0,
  ) {
    this.length = numbers.length;
    const expected = (i: number) => slope * (i % BLOCK_NUMBERS);
    this.bases = new Int32Array(Math.ceil(numbers.length / BLOCK_NUMBERS)).fill(2 ** 31 - 1);
    for (let i = 0; i < numbers.length; i++) {
      const block = Math.floor(i / BLOCK_NUMBERS);
      this.bases[block] = Math.min(this.bases[block]!, numbers[i]! - expected(i));
    }
    this.above = new BitBlocks(
      Int32Array.from(numbers, (number, i) => number - expected(i) - this.bases[Math.floor(i / BLOCK_NUMBERS)]!),
    );
  }

  /** The number at `i`, which is below `length`. */
  at(i: number): number {
    const block = Math.floor(i / BLOCK_NUMBERS);
    const within = i % BLOCK_NUMBERS;
    return this.bases[block]! + this.slope * within + this.above.at(block, within);
  }

  get byteLength(): number {
    return this.bases.byteLength + this.above.byteLength;
  }
}

/** Numbers that rise: of each block the first, and how far each is from the one before. */
export class PackedStarts {
  readonly length: number;
  private readonly firsts: Uint32Array;
  private readonly steps: BitBlocks;

  constructor(starts: Uint32Array) {
    this.length = starts.length;
    this.firsts = starts.filter((_, i) => i % BLOCK_NUMBERS === 0);
    // The last of a block leads to the next one, so that a block can be walked to its end.
    this.steps = new BitBlocks(starts.map((start, i) => (i + 1 < starts.length ? starts[i + 1]! - start : 0)));
  }

  at(i: number): number {
    const block = Math.floor(i / BLOCK_NUMBERS);
    return this.firsts[block]! + this.steps.sum(block, i % BLOCK_NUMBERS);
  }

  /** Number of the last one that is not above; the first where all are. */
  lastUpTo(most: number): number {
    const { firsts } = this;
    if (firsts.length === 0) return 0;
    const block = Math.max(0, firstWhere(firsts.length, number => firsts[number]! > most) - 1);
    const last = Math.min(this.length, (block + 1) * BLOCK_NUMBERS) - 1;
    return Math.min(last, block * BLOCK_NUMBERS + this.steps.countWithin(block, most - firsts[block]!));
  }

  get byteLength(): number {
    return this.firsts.byteLength + this.steps.byteLength;
  }
}
