import type { CorpusView, Segment } from '../index/segment';
import { suffixRange } from '../index/suffixes/suffixRange';
import type { Occurrence } from './occurrences';

/** A word of a search, and how much finding it says: more, the rarer it is. */
export interface Term {
  readonly word: string;
  readonly weight: number;
}

/** Places of a word near which the same other words stand. */
export interface ProximityGroup {
  /** Sum of the weights of these words: an upper bound for a sentence here that no rarer word leads to. */
  readonly weight: number;
  /** At most `most` of them, at equal strides. */
  places(most: number): Occurrence[];
}

/** A block is 128 code units; a word in the next block or the one before is near. */
const BLOCK_BITS = 7;
/** Occurrences of one word that are looked at in the whole view: every n-th where there are more. */
const MOST = 25_000;
/** Positions are below 2^31: number of the segment and position together fit into one number, far cheaper than an object each. */
const SEGMENT_UNIT = 2 ** 31;

/**
 * The places of the words, by which words stand near them, the heaviest combination first.
 * Of the words near a place only those count that are no rarer than its own: a sentence with a rarer one is reached
 * from there. Each segment is a row of blocks with one bit a word, so that two words of thirty thousand occurrences
 * are brought together without reading any text.
 */
export function proximityGroups(view: CorpusView, rarestFirst: readonly Term[]): ProximityGroup[] {
  const places = new Map<number, number[]>();
  const step = strides(view, rarestFirst);
  view.forEach((segment, number) => {
    const positions = rarestFirst.map(({ word }, term) => positionsOf(segment, word, step[term]!));
    const near = nearby(blocksOf(segment, positions));
    positions.forEach((list, term) => {
      for (const position of list) {
        if (position < 0) continue; // of a segment of which not all is here
        // The rarest word has the lowest bit: clear those below the word's own.
        const words = near[position >> BLOCK_BITS]! & (-1 << term);
        const known = places.get(words);
        const place = number * SEGMENT_UNIT + position;
        if (known) known.push(place);
        else places.set(words, [place]);
      }
    });
  });
  return [...places]
    .map(([words, all]) => ({ weight: weightOf(words, rarestFirst), places: (most: number) => thinned(all, most) }))
    .sort((a, b) => b.weight - a.weight);
}

function strides(view: CorpusView, terms: readonly Term[]): number[] {
  return terms.map(({ word }) => {
    const total = view.reduce((sum, segment) => {
      const { lo, hi } = suffixRange(segment, word);
      return sum + hi - lo;
    }, 0);
    return Math.max(1, total / MOST);
  });
}

function positionsOf(segment: Segment, word: string, step: number): Int32Array {
  const { lo, hi } = suffixRange(segment, word);
  const positions = new Int32Array(Math.ceil((hi - lo) / step));
  for (let i = 0; i < positions.length; i++) positions[i] = segment.suffixAt(lo + Math.floor(i * step));
  return positions;
}

/** For each block the words in it, one bit each. */
function blocksOf(segment: Segment, positions: readonly Int32Array[]): Uint8Array {
  const blocks = new Uint8Array((segment.length >> BLOCK_BITS) + 1);
  positions.forEach((list, term) => {
    for (const position of list) blocks[position >> BLOCK_BITS]! |= 1 << term;
  });
  return blocks;
}

/** For each block the words in it and in its two neighbours. */
function nearby(blocks: Uint8Array): Uint8Array {
  const near = blocks.slice();
  for (let i = 1; i < blocks.length; i++) {
    near[i]! |= blocks[i - 1]!;
    near[i - 1]! |= blocks[i]!;
  }
  return near;
}

function weightOf(words: number, terms: readonly Term[]): number {
  return terms.reduce((sum, { weight }, term) => ((words >> term) & 1 ? sum + weight : sum), 0);
}

function thinned(places: readonly number[], most: number): Occurrence[] {
  return Array.from({ length: Math.min(most, places.length) }, (_, i) => {
    const place = places[Math.floor((i * places.length) / Math.min(most, places.length))]!;
    return { segment: Math.floor(place / SEGMENT_UNIT), position: place % SEGMENT_UNIT };
  });
}
