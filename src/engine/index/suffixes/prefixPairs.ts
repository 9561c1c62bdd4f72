/**
 * The pairs of `PrefixColumns` as they are stored and searched, some two and a half bytes a pair rather than six: how many there are, then
 * for each how far it is from the one before, in the list of code units that occur and in ranks, as numbers of seven bits a byte.
 */
import type { PrefixColumns } from './prefixColumns';

const ALPHABET = 0x10000;
/** Bytes of a number of 32 bits, at most. */
const LONGEST = 5;
/** Every so many pairs of a bucket it is noted where one stands; from there on they are read one by one. */
const NOTED_EVERY = 32;

/** The bytes of the pairs; `openPairs` searches them. */
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

/** What is known of the pairs beside their bytes: columns of one number for each noted pair. */
interface NotedPairs {
  /** For each bucket, and behind the last, the first pair of it and the first noted one. */
  readonly bucketPairs: Int32Array;
  readonly bucketNoted: Int32Array;
  /** Bucket of its second code unit, its rank, and where its bytes end. */
  readonly buckets: Uint16Array;
  readonly ranks: Int32Array;
  readonly ends: Int32Array;
}

/** Looks up pairs in the bytes of `encodePairs`: they are never unpacked, which would take twice their memory beside them. */
export class PackedPairs {
  /** Where the next number is read. */
  #at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly noted: NotedPairs,
  ) {}

  /** The suffixes that begin with the code units of both buckets; null: none. The last suffix of the first bucket is at `end` - 1. */
  range(first: number, second: number, end: number): { readonly lo: number; readonly hi: number } | null {
    const { bucketPairs, bucketNoted, buckets, ranks, ends } = this.noted;
    let low = bucketNoted[first]!;
    let high = bucketNoted[first + 1]!;
    if (low === high || second < buckets[low]!) return null;
    let pair = bucketPairs[first]! - low * NOTED_EVERY;
    // The last noted pair that is not above.
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (buckets[middle]! <= second) low = middle;
      else high = middle;
    }
    pair += low * NOTED_EVERY;
    const last = bucketPairs[first + 1]! - 1;
    let bucket = buckets[low]!;
    let rank = ranks[low]!;
    this.#at = ends[low]!;
    for (; bucket < second && pair < last; pair++) {
      bucket += this.#take();
      rank += this.#take();
    }
    if (bucket !== second) return null;
    if (pair === last) return { lo: rank, hi: end };
    this.#take();
    return { lo: rank, hi: rank + this.#take() };
  }

  #take(): number {
    const { bytes } = this;
    let byte = bytes[this.#at++]!;
    let number = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[this.#at++]!;
      number |= (byte & 0x7f) << shift;
    }
    return number;
  }
}

const NOT_SOUND = -1;

type Buckets = Pick<PrefixColumns, 'bucketCodes' | 'bucketPairs'>;

/**
 * Reads through what `encodePairs` gave, and tells of every `every`-th pair of each bucket, the first one too, the buckets of its code units, its
 * rank and where its bytes end.
 *
 * @returns how many pairs there are; -1 where the bytes are not its result for these buckets of a text of `length`: what has been told by then is nothing
 */
export function visitPairs(
  bytes: Uint8Array,
  { bucketCodes, bucketPairs }: Buckets,
  length: number,
  every: number,
  visit: (pair: number, first: number, second: number, rank: number, end: number) => void,
): number {
  let at = 0;
  let count = 0;
  for (let shift = 0, byte = 0x80; byte > 0x7f; shift += 7) {
    byte = bytes[at++]!;
    count |= (byte & 0x7f) << shift;
  }
  if (!(count >= 0 && 2 * count <= bytes.length)) return NOT_SOUND;
  let pair = 0;
  for (let first = 0, rank = 0; first < bucketCodes.length; first++) {
    if (bucketPairs[first] !== pair) return NOT_SOUND;
    const end = Math.min(count, bucketPairs[first + 1] ?? count);
    for (let second = 0, next = pair; pair < end; pair++) {
      // Written out: a server reads two million of them before its first answer.
      let byte = bytes[at++]!;
      second += byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++]!;
        second += (byte & 0x7f) << shift;
      }
      byte = bytes[at++]!;
      rank += byte & 0x7f;
      for (let shift = 7; byte > 0x7f; shift += 7) {
        byte = bytes[at++]!;
        rank += (byte & 0x7f) << shift;
      }
      if (!(second >= 0 && second < bucketCodes.length && rank >= 0 && rank < length)) return NOT_SOUND;
      if (pair !== next) continue;
      visit(pair, first, second, rank, at);
      next += every;
    }
  }
  return pair === count && at === bytes.length ? count : NOT_SOUND;
}

/** Prepares what `encodePairs` gave for look-ups; `null` where the bytes are not its result for these buckets of a text of `length`. */
export function openPairs(bytes: Uint8Array, buckets: Buckets, length: number): PackedPairs | null {
  const { bucketCodes, bucketPairs } = buckets;
  const count = bucketCodes.length;
  const most = Math.ceil(bytes.length / 2 / NOTED_EVERY) + count;
  const seconds = new Uint16Array(most);
  const ranks = new Int32Array(most);
  const ends = new Int32Array(most);
  const firstPairs = new Int32Array(count + 1);
  const bucketNoted = new Int32Array(count + 1);
  let noted = 0;
  let known = 0;
  const pairs = visitPairs(bytes, buckets, length, NOTED_EVERY, (_, first, second, rank, end) => {
    for (; known <= first; known++) bucketNoted[known] = noted;
    seconds[noted] = second;
    ranks[noted] = rank;
    ends[noted] = end;
    noted++;
  });
  if (pairs === NOT_SOUND) return null;
  firstPairs.set(bucketPairs);
  firstPairs[count] = pairs;
  bucketNoted.fill(noted, known);
  const column = { buckets: seconds.slice(0, noted), ranks: ranks.slice(0, noted), ends: ends.slice(0, noted) };
  return new PackedPairs(bytes, { bucketPairs: firstPairs, bucketNoted, ...column });
}
