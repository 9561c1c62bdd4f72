import type { StoredPrefixes } from './prefixColumns';
import { openPairs, type PackedPairs } from './prefixPairs';

/** Symbols of the alphabet: UTF-16 code units. */
const ALPHABET = 0x10000;

/** Ranks [lo, hi) of the suffixes that start with a string; empty when lo === hi. */
export interface SuffixRange {
  readonly lo: number;
  readonly hi: number;
}

/** No suffix starts so. */
export const NOTHING: SuffixRange = { lo: 0, hi: 0 };

/** Looks up the ranks at which prefixes of one and two code units begin. */
export class PrefixTable {
  /** For each code unit the index of its bucket, or of the next one that is there. */
  private readonly bucketOf = new Uint16Array(ALPHABET + 1);
  private readonly starts: Int32Array;

  constructor(
    private readonly bucketCodes: Uint16Array,
    bucketStarts: Int32Array,
    private readonly pairs: PackedPairs,
    length: number,
  ) {
    this.starts = closed(bucketStarts, length);
    for (let bucket = 0, code = 0; bucket <= bucketCodes.length; bucket++) {
      const last = bucketCodes[bucket] ?? ALPHABET;
      this.bucketOf.fill(bucket, code, last + 1);
      code = last + 1;
    }
  }

  /** Rank of the first suffix whose first code unit is `code` or above. */
  start(code: number): number {
    return this.starts[this.bucketOf[code]!]!;
  }

  /** The suffixes that begin with both code units. */
  pairRange(first: number, second: number): SuffixRange {
    const { bucketCodes, bucketOf, starts } = this;
    const bucket = bucketOf[first]!;
    const other = bucketOf[second]!;
    if (bucketCodes[bucket] !== first || bucketCodes[other] !== second) return NOTHING;
    return this.pairs.range(bucket, other, starts[bucket + 1]!) ?? NOTHING;
  }
}

/** The table of a segment as it is stored; null where the columns do not agree. */
export function openPrefixTable(stored: StoredPrefixes, length: number): PrefixTable | null {
  const pairs = openPairs(stored.pairs, stored, length);
  return pairs && new PrefixTable(stored.bucketCodes, stored.bucketStarts, pairs, length);
}

/** A copy with one entry more. */
function closed(column: Int32Array, last: number): Int32Array {
  const copy = new Int32Array(column.length + 1);
  copy.set(column);
  copy[column.length] = last;
  return copy;
}
