import type { CorpusView, Segment } from '../../index/segment';
import type { SuffixRange } from '../../index/suffixes/prefixTable';
import { suffixRange } from '../../index/suffixes/suffixRange';
import type { Occurrence } from '../occurrences';

/** A word of a search, and how much finding it says: more, the rarer it is. */
export interface Term {
  readonly word: string;
  readonly weight: number;
}

/** Places of a word near which the same other words stand. */
export interface ProximityGroup {
  /** Sum of the weights of these words: an upper bound for a sentence here that no rarer word leads to. */
  readonly weight: number;
  /** These words, the rarest first. */
  readonly words: readonly string[];
  /** At most `most` of them, at equal strides. */
  places(most: number): Occurrence[];
}

/** A block is 128 code units; a word in the next block or the one before is near. */
const BLOCK_BITS = 7;
/** Occurrences of one word that are looked at in the whole view: every n-th where there are more. */
const MOST = 25_000;
/** One bit a word in a byte. */
const COMBINATIONS = 256;

/**
 * The places of the words, by which words stand near them, the heaviest combination first.
 * Of the words near a place only those count that are no rarer than its own: a sentence with a rarer one is reached
 * from there. Each segment is a row of blocks with one bit a word, so that two words of thirty thousand occurrences
 * are brought together without reading any text.
 */
export function proximityGroups(view: CorpusView, rarestFirst: readonly Term[]): ProximityGroup[] {
  const ranges = rarestFirst.map(({ word }) => view.map(segment => suffixRange(segment, word)));
  const steps = ranges.map(own => Math.max(1, own.reduce((sum, { lo, hi }) => sum + hi - lo, 0) / MOST));
  const lists: PlacesOfWord[] = [];
  const counts = new Int32Array(COMBINATIONS);
  const combinations: number[] = [];
  const blocks = new Uint8Array((Math.max(0, ...view.map(({ length }) => length)) >> BLOCK_BITS) + 3);
  view.forEach((segment, number) => {
    const own = ranges.map((ofWord, term) => positionsOf(segment, ofWord[number]!, steps[term]!));
    blocks.fill(0);
    // The first block is the second of the row, so that each has two neighbours.
    own.forEach((positions, term) => {
      for (const position of positions) blocks[(position >> BLOCK_BITS) + 1]! |= 1 << term;
    });
    own.forEach((positions, term) => {
      const near = new Uint8Array(positions.length);
      positions.forEach((position, i) => {
        if (position < 0) return; // of a segment of which not all is here
        const block = position >> BLOCK_BITS;
        // The rarest word has the lowest bit: clear those below the word's own.
        const words = (blocks[block]! | blocks[block + 1]! | blocks[block + 2]!) & (-1 << term);
        near[i] = words;
        if (counts[words]!++ === 0) combinations.push(words);
      });
      lists.push({ segment: number, positions, near });
    });
  });
  const placesOf = byCombination(lists, counts);
  return combinations
    .map(words => ({
      weight: weightOf(words, rarestFirst),
      words: rarestFirst.flatMap(({ word }, term) => ((words >> term) & 1 ? [word] : [])),
      places: (most: number) => placesOf(words, most),
    }))
    .sort((a, b) => b.weight - a.weight);
}

/** Places of a word in a segment, and for each which words are near it, one bit each; none: it is not here. */
interface PlacesOfWord {
  readonly segment: number;
  readonly positions: Int32Array;
  readonly near: Uint8Array;
}

function positionsOf(segment: Segment, { lo, hi }: SuffixRange, step: number): Int32Array {
  const ranks = new Int32Array(Math.ceil((hi - lo) / step));
  for (let i = 0; i < ranks.length; i++) ranks[i] = lo + Math.floor(i * step);
  return segment.suffixesAt?.(ranks) ?? ranks.map(rank => segment.suffixAt(rank));
}

/** The places of each combination of words, in the order of `lists`: sorted by counting when first asked for. */
function byCombination(lists: readonly PlacesOfWord[], counts: Int32Array) {
  let sorted: { readonly numbers: Int32Array; readonly ends: Int32Array } | undefined;
  const sort = () => {
    const ends = new Int32Array(COMBINATIONS);
    let sum = 0;
    for (let words = 0; words < COMBINATIONS; words++) {
      ends[words] = sum;
      sum += counts[words]!;
    }
    const numbers = new Int32Array(sum);
    let number = 0;
    for (const { near } of lists)
      for (let i = 0; i < near.length; i++, number++) if (near[i] !== 0) numbers[ends[near[i]!]!++] = number;
    return { numbers, ends };
  };
  /** Of the places with these words near them `most` at equal strides. */
  return (words: number, most: number): Occurrence[] => {
    sorted ??= sort();
    const { numbers, ends } = sorted;
    const count = counts[words]!;
    const first = ends[words]! - count;
    const wanted = Math.min(most, count);
    let list = 0;
    let before = 0;
    return Array.from({ length: wanted }, (_, i) => {
      const number = numbers[first + Math.floor((i * count) / wanted)]!;
      while (number - before >= lists[list]!.near.length) before += lists[list++]!.near.length;
      const { segment, positions } = lists[list]!;
      return { segment, position: positions[number - before]! };
    });
  };
}

function weightOf(words: number, terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }, term) => ((words >> term) & 1 ? sum + weight : sum), 0);
}
