import { endOfRun } from './endOfRun';

/** Symbols of the alphabet: UTF-16 code units. */
const ALPHABET = 0x10000;

/**
 * Where in the suffix array the suffixes with each first code unit begin, and those with each first two: what most of a
 * search is about, and the part of it that jumps about most. Only what occurs is listed.
 */
export interface PrefixColumns {
  /** The code units that occur, ascending. */
  readonly bucketCodes: Uint16Array;
  /** Rank of the first suffix of each. */
  readonly bucketStarts: Int32Array;
  /** Index of the first pair of each in the two columns below. */
  readonly bucketPairs: Int32Array;
  /** Second code unit of each pair that occurs, ascending within a bucket. */
  readonly pairCodes: Uint16Array;
  readonly pairStarts: Int32Array;
}

/** `PrefixColumns` as a segment keeps them: the pairs are what `encodePairs` makes of them. */
export interface StoredPrefixes extends Pick<PrefixColumns, 'bucketCodes' | 'bucketStarts' | 'bucketPairs'> {
  readonly pairs: Uint8Array;
}

/** Finds the prefixes of all suffixes, a search for the end of each rather than a look at every suffix. */
export function prefixColumns(text: Uint16Array, suffixes: Int32Array): PrefixColumns {
  const { codes, starts } = buckets(text);
  const bucketPairs = new Int32Array(codes.length);
  const pairCodes: number[] = [];
  const pairStarts: number[] = [];
  const second = (rank: number) => text[suffixes[rank]! + 1]!;
  starts.forEach((start, bucket) => {
    const end = starts[bucket + 1] ?? suffixes.length;
    bucketPairs[bucket] = pairCodes.length;
    // The last suffix of all has no second code unit; it sorts first in its bucket.
    let rank = suffixes[start] === text.length - 1 ? start + 1 : start;
    while (rank < end) {
      const code = second(rank);
      pairCodes.push(code);
      pairStarts.push(rank);
      rank = endOfRun(other => second(other) === code, rank, end);
    }
  });
  return {
    bucketCodes: codes,
    bucketStarts: starts,
    bucketPairs,
    pairCodes: Uint16Array.from(pairCodes),
    pairStarts: Int32Array.from(pairStarts),
  };
}

/** A text with fewer code units is not worth a table of all that there could be. */
const FEW = 4_096;

function buckets(text: Uint16Array): { codes: Uint16Array; starts: Int32Array } {
  if (text.length < FEW) return fewBuckets(text);
  const counts = new Int32Array(ALPHABET);
  for (let i = 0; i < text.length; i++) counts[text[i]!]!++;
  const codes: number[] = [];
  const starts: number[] = [];
  for (let code = 0, sum = 0; code < ALPHABET; code++) {
    if (counts[code] === 0) continue;
    codes.push(code);
    starts.push(sum);
    sum += counts[code]!;
  }
  return { codes: Uint16Array.from(codes), starts: Int32Array.from(starts) };
}

function fewBuckets(text: Uint16Array): { codes: Uint16Array; starts: Int32Array } {
  const sorted = text.slice().sort();
  const starts: number[] = [];
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) starts.push(i);
  return { codes: Uint16Array.from(starts, start => sorted[start]!), starts: Int32Array.from(starts) };
}
