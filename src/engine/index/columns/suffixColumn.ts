import { branchBit, FAR_BRANCH, suffixBit } from '../suffixes/branches';
import { SAMPLED_EVERY, type SampledSuffixes } from '../suffixes/sampledRanks';
import { unpacked, widthBelow } from './packedColumn';

/** The suffixes of a text in their order, with their branches: reads what `packSuffixes` gives. */
export class SuffixColumn {
  private readonly width: number;
  private readonly mask: number;

  /**
   * @param length of the text
   * @param sampled those that the column leaves out
   */
  constructor(
    private readonly words: Int32Array,
    length: number,
    private readonly sampled: Pick<SampledSuffixes, 'at'>,
  ) {
    this.width = widthBelow(length);
    this.mask = -1 >>> (32 - this.width);
  }

  at(rank: number): number {
    if (rank % SAMPLED_EVERY === 0) return this.sampled.at(rank / SAMPLED_EVERY);
    return unpacked(this.words, 0, suffixBit(rank, this.width), this.mask);
  }

  branchAt(group: number): number {
    return unpacked(this.words, 0, branchBit(group, this.width), FAR_BRANCH);
  }
}
