import { packedWords, packNumbers, unpacked, widthBelow } from '../columns/packedColumn';

/** Every so many ranks the suffix is also kept in a small table, which stays in memory when the suffixes are paged. */
export const SAMPLED_EVERY = 64;

const samplesOf = (length: number): number => Math.ceil(length / SAMPLED_EVERY);

/** Words of the table of a text of this length. */
export const sampledWords = (length: number): number => packedWords(samplesOf(length), widthBelow(length));

/** The suffixes at ranks 0, 64, 128, …, packed. */
export function sampleSuffixes(suffixes: Int32Array): Int32Array {
  const { length } = suffixes;
  return packNumbers(samplesOf(length), widthBelow(length), i => suffixes[i * SAMPLED_EVERY]!);
}

/** Reads what `sampleSuffixes` gives. */
export class SampledSuffixes {
  /** How many they are. */
  readonly count: number;
  private readonly width: number;
  private readonly mask: number;

  /** @param length of the text */
  constructor(
    private readonly words: Int32Array,
    length: number,
  ) {
    this.count = samplesOf(length);
    this.width = widthBelow(length);
    this.mask = -1 >>> (32 - this.width);
  }

  /** The suffix at rank `64 * sample`. */
  at(sample: number): number {
    return unpacked(this.words, 0, Math.imul(sample, this.width), this.mask);
  }
}

/** A rank that costs no page, at or just below `rank` but not below `lo`: where any rank nearby would do. */
export function cheapRank(rank: number, lo: number): number {
  const sampled = rank - (rank % SAMPLED_EVERY);
  return sampled >= lo ? sampled : rank;
}

/** A rank about half-way; one that costs no page as long as the range is wide. */
export function between(lo: number, hi: number): number {
  const half = (lo + hi) >>> 1;
  return hi - lo > 2 * SAMPLED_EVERY ? cheapRank(half, lo) : half;
}
