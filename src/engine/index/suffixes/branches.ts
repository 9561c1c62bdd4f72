import { widthBelow } from '../columns/packedColumn';
import { SAMPLED_EVERY } from './sampledRanks';

/*
 * Beside every so many suffixes stands a branch: the first bit in which the suffix differs from the one so many ranks before it, counted behind the
 * two code units that the table of pairs knows. A search follows these bits as a tree whose leaves are the suffixes, and has to look at the text of
 * the one leaf it ends at (blind search: Ferragina and Grossi, The String B-Tree, 1999; as numbers between neighbours: Bumbulis and Bowman 2002).
 * On disk every text is a page.
 */

/** Code units that the table of pairs knows. */
export const PAIR = 2;
/**
 * One suffix of so many has a branch: two bits more a suffix, and of a search two more looks at the text than if all had one. Ranks of a group
 * differ in the lowest `GROUP_SHIFT` bits alone.
 */
export const GROUP_SHIFT = 2;
/** Suffixes of a group. */
export const GROUP = 1 << GROUP_SHIFT;
/** Bits of a branch: sixteen code units of 16 bits. */
const BRANCH_BITS = 8;
/** This branch or a later one: no column knows more. */
export const FAR_BRANCH = 2 ** BRANCH_BITS - 1;

/** Code units that two suffixes have in common where this is the least branch between them. */
export const unitsOf = (branch: number): number => PAIR + (branch >> 4);

/** The first branch at which suffixes of so many code units in common may differ. */
export const branchBehind = (units: number): number => (units - PAIR) << 4;

/** Bits of a group: its suffixes, of `width` bits each, and its branch. The first of a block is not among them. */
const groupBits = (width: number): number => GROUP * width + BRANCH_BITS;

/** Suffixes of a block: of each the first is sampled, and stands there alone. */
const BLOCK_SHIFT = Math.log2(SAMPLED_EVERY);
/** Groups of a block, as a shift. */
const GROUPS_SHIFT = BLOCK_SHIFT - GROUP_SHIFT;

/** Bits of a block. */
export const blockBits = (width: number): number => (groupBits(width) << GROUPS_SHIFT) - width;

/** Words of a column of so many suffixes. Throws where they are more than 512 MB: no text is as long. */
export function suffixWords(count: number, width: number): number {
  const bits = Math.ceil(count / GROUP) * groupBits(width) - Math.ceil(count / SAMPLED_EVERY) * width;
  if (bits > 0xffff_ffff) throw new RangeError('A column of an index segment is too long.');
  return Math.ceil(bits / 32) + 1;
}

/** Where in a column the suffix of a rank begins, one that is not sampled: bits, as an unsigned number. */
export const suffixBit = (rank: number, width: number): number =>
  Math.imul(rank >> GROUP_SHIFT, groupBits(width)) + ((rank & (GROUP - 1)) - (rank >> BLOCK_SHIFT) - 1) * width;
/** Likewise the branch of a group. */
export const branchBit = (group: number, width: number): number =>
  Math.imul(group, groupBits(width)) + (GROUP - (group >> GROUPS_SHIFT) - 1) * width;

/** Suffixes with their branches, packed; and for every sampled suffix the least branch between it and the one sampled before. */
export interface PackedSuffixes {
  readonly suffixes: Int32Array;
  readonly sampledBranches: Uint8Array;
}

/** Packs a suffix array: the positions of all suffixes of `text`, in their order. */
export function packSuffixes(text: Uint16Array, suffixes: Int32Array): PackedSuffixes {
  const { length } = suffixes;
  const width = widthBelow(text.length);
  const words = new Int32Array(suffixWords(length, width));
  const sampledBranches = new Uint8Array(Math.ceil(length / SAMPLED_EVERY));
  let at = 0;
  const put = (number: number, bits: number) => {
    const word = at >>> 5;
    const shift = at & 31;
    words[word]! |= number << shift;
    if (shift + bits > 32) words[word + 1]! |= number >>> (32 - shift);
    at += bits;
  };
  let least = FAR_BRANCH;
  for (let first = 0; first < length; first += GROUP) {
    const branch = first === 0 ? 0 : branchOf(text, suffixes[first - GROUP]!, suffixes[first]!);
    least = Math.min(least, branch);
    if (first % SAMPLED_EVERY === 0) {
      sampledBranches[first / SAMPLED_EVERY] = least;
      least = FAR_BRANCH;
    }
    for (let rank = first; rank < first + GROUP; rank++)
      if (rank % SAMPLED_EVERY !== 0) put(rank < length ? suffixes[rank]! : 0, width);
    put(branch, BRANCH_BITS);
  }
  return { suffixes: words, sampledBranches };
}

/** 0 where they differ before: no search looks at that. Behind the end of the text there are zeros. */
function branchOf(text: Uint16Array, one: number, other: number): number {
  const end = text.length;
  if (Math.max(one, other) + PAIR > end || text[one] !== text[other] || text[one + 1] !== text[other + 1]) return 0;
  for (let bit = 0, i = one + PAIR, j = other + PAIR; bit < FAR_BRANCH; bit += 16, i++, j++) {
    const differing = (i < end ? text[i]! : 0) ^ (j < end ? text[j]! : 0);
    if (differing !== 0) return Math.min(FAR_BRANCH, bit + Math.clz32(differing) - 16);
  }
  return FAR_BRANCH;
}
