import { branchBit, FAR_BRANCH, suffixBit } from '../suffixes/branches';
import { unpacked, widthBelow } from './packedColumn';

/** The suffixes of a text in their order, with their branches: reads what `packSuffixes` gives. */
export class SuffixColumn {
  private readonly width: number;
  private readonly mask: number;

  /** @param length of the text */
  constructor(
    private readonly words: Int32Array,
    length: number,
  ) {
    this.width = widthBelow(length);
    this.mask = -1 >>> (32 - this.width);
  }

  at(rank: number): number {
    return unpacked(this.words, 0, suffixBit(rank, this.width), this.mask);
  }

  branchAt(group: number): number {
    return unpacked(this.words, 0, branchBit(group, this.width), FAR_BRANCH);
  }
}
