import { type CorpusView, isStop, type Segment } from '../../../src/engine/index/segment';

/** The words of a corpus in order, with all places sorted by the three words that begin there. */
export interface WordSequences {
  readonly texts: readonly string[];
  /** -1: not in the corpus. */
  id(word: string): number;
  /** How often each word follows the one or two given, from an equal-stride sample where they are frequent. */
  following(words: readonly number[]): ReadonlyMap<number, number>;
}

const SAMPLES = 1024;
/** Stands between paragraphs. */
export const BREAK = 0;

/** Reads the words as the index has them. Three counting sorts: linear in the corpus. */
export function wordSequences(view: CorpusView): WordSequences {
  const ids = new Map<string, number>([['\n', BREAK]]);
  const texts = ['\n'];
  const words = new Int32Array(view.reduce((sum, segment) => sum + segment.length + 3, 0));
  let count = 0;
  for (const segment of view) {
    for (const word of wordsOf(segment)) {
      let id = ids.get(word);
      if (id === undefined) {
        id = texts.push(word) - 1;
        ids.set(word, id);
      }
      words[count++] = id;
    }
  }
  const at = (place: number, k: number) => words[place + k]!;
  let places = Int32Array.from({ length: count }, (_, i) => i);
  for (const k of [2, 1, 0]) places = sortedBy(places, texts.length, place => at(place, k));
  const starts = new Int32Array(texts.length + 1);
  for (const place of places) starts[at(place, 0) + 1]!++;
  for (let id = 0; id < texts.length; id++) starts[id + 1]! += starts[id]!;

  return {
    texts,
    id: word => ids.get(word) ?? -1,
    following(context) {
      const found = new Map<number, number>();
      const first = context[0] ?? -1;
      if (first < 0 || context.includes(-1)) return found;
      let lo = starts[first]!;
      let hi = starts[first + 1]!;
      const second = context[1];
      if (second !== undefined) {
        lo = firstRank(lo, hi, rank => at(places[rank]!, 1) >= second);
        hi = firstRank(lo, hi, rank => at(places[rank]!, 1) > second);
      }
      const stride = Math.max(1, (hi - lo) / SAMPLES);
      for (let rank = lo; rank < hi; rank += stride) {
        const word = at(places[Math.floor(rank)]!, context.length);
        found.set(word, (found.get(word) ?? 0) + stride);
      }
      return found;
    },
  };
}

function* wordsOf(segment: Segment): Generator<string> {
  let start = 0;
  for (let position = 1; position <= segment.length; position++) {
    if (!segment.isWordStart(position) && !isStop(segment.codeAt(position))) continue;
    yield isStop(segment.codeAt(start)) ? '\n' : segment.slice(start, position);
    start = position;
  }
}

/** A stable counting sort. */
function sortedBy(places: Int32Array, keys: number, key: (place: number) => number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(keys + 1);
  for (const place of places) next[key(place) + 1]!++;
  for (let i = 0; i < keys; i++) next[i + 1]! += next[i]!;
  const sorted = new Int32Array(places.length);
  for (const place of places) sorted[next[key(place)]!++] = place;
  return sorted;
}

function firstRank(lo: number, hi: number, isPast: (rank: number) => boolean): number {
  let low = lo;
  let high = hi;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isPast(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
