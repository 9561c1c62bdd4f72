/** Symbols of the alphabet: UTF-16 code units. */
const ALPHABET = 0x10000;

/** Where each code unit's suffixes begin in the suffix array, for the code units that occur. */
export interface SparseBuckets {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
}

/** Counts the code units of `text`. A text uses a few thousand of 65,536: on disk only those are kept. */
export function sparseBuckets(text: Uint16Array): SparseBuckets {
  const counts = new Int32Array(ALPHABET);
  for (let i = 0; i < text.length; i++) counts[text[i]!]!++;
  let distinct = 0;
  for (let code = 0; code < ALPHABET; code++) if (counts[code]! > 0) distinct++;
  const codes = new Uint16Array(distinct);
  const starts = new Int32Array(distinct);
  for (let code = 0, at = 0, sum = 0; code < ALPHABET; code++) {
    if (counts[code] === 0) continue;
    codes[at] = code;
    starts[at++] = sum;
    sum += counts[code]!;
  }
  return { codes, starts };
}

/**
 * Dense again: entry `code` is the first rank of that bucket or of the next that is not empty,
 * and the last entry, one beyond the alphabet, is `length`.
 */
export function bucketTable({ codes, starts }: SparseBuckets, length: number): Int32Array {
  const table = new Int32Array(ALPHABET + 1).fill(length);
  for (let i = 0; i < codes.length; i++) {
    const previous = i > 0 ? codes[i - 1]! : -1;
    table.fill(starts[i]!, previous + 1, codes[i]! + 1);
  }
  return table;
}
