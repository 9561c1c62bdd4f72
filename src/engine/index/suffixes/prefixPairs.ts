/**
 * The pairs of `PrefixColumns` as they are stored, some two and a half bytes a pair rather than six: how many there are, then for each
 * how far it is from the one before, in the list of code units that occur and in ranks, as numbers of seven bits a byte.
 */
import type { PrefixColumns } from './prefixTable';

const ALPHABET = 0x10000;
/** Bytes of a number of 32 bits, at most. */
const LONGEST = 5;

export function encodePairs({ bucketCodes, bucketPairs, pairCodes, pairStarts }: PrefixColumns): Uint8Array {
  const numberOf = new Uint16Array(ALPHABET);
  bucketCodes.forEach((code, number) => {
    numberOf[code] = number;
  });
  const bytes = new Uint8Array(LONGEST * (1 + 2 * pairCodes.length));
  let at = 0;
  const put = (number: number) => {
    for (; number > 0x7f; number >>>= 7) bytes[at++] = (number & 0x7f) | 0x80;
    bytes[at++] = number;
  };
  put(pairCodes.length);
  for (let bucket = 0, rank = 0; bucket < bucketCodes.length; bucket++) {
    const end = bucketPairs[bucket + 1] ?? pairCodes.length;
    for (let pair = bucketPairs[bucket]!, before = 0; pair < end; pair++) {
      const number = numberOf[pairCodes[pair]!]!;
      put(number - before);
      put(pairStarts[pair]! - rank);
      before = number;
      rank = pairStarts[pair]!;
    }
  }
  return bytes.slice(0, at);
}

/** What `encodePairs` was given; `null` where the bytes are not its result for these buckets. */
export function decodePairs(
  bytes: Uint8Array,
  { bucketCodes, bucketPairs }: Pick<PrefixColumns, 'bucketCodes' | 'bucketPairs'>,
): Pick<PrefixColumns, 'pairCodes' | 'pairStarts'> | null {
  let at = 0;
  const take = () => {
    let byte = bytes[at++]!;
    let number = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      number |= (byte & 0x7f) << shift;
    }
    return number;
  };
  const count = take();
  if (count < 0 || 2 * count > bytes.length) return null;
  const pairCodes = new Uint16Array(count);
  const pairStarts = new Int32Array(count);
  let pair = 0;
  for (let bucket = 0, rank = 0; bucket < bucketCodes.length; bucket++) {
    if (bucketPairs[bucket] !== pair) return null;
    const end = Math.min(count, bucketPairs[bucket + 1] ?? count);
    for (let number = 0; pair < end; pair++) {
      number += take();
      rank += take();
      pairCodes[pair] = bucketCodes[number]!;
      pairStarts[pair] = rank;
    }
  }
  return pair === count && at === bytes.length ? { pairCodes, pairStarts } : null;
}
