import { articleEnd, type CorpusView, isStop, PARAGRAPH_END, type Segment } from '../index/segment';
import { endOfRun } from '../index/suffixes/endOfRun';
import { isEndingMark, isSentenceEnd } from '../text/marks';
import { growable } from './growable';
import type { PhraseNodes } from './packTree';

export interface CountOptions {
  /** Longest phrase, UTF-16 code units. At most 15. */
  readonly longest: number;
  /** A phrase occurs so often at least, */
  readonly least: number;
  /** in so many different articles, */
  readonly articles: number;
  /** of so many different groups: collections or years. */
  readonly groups: number;
  /** What one occurrence in an article counts; 0 leaves the article out. */
  readonly weightOf: (segment: number, article: number) => number;
  readonly groupOf: (segment: number, article: number) => number;
  /** May this code unit of a text be part of a phrase? Paragraph ends may begin one. */
  readonly isBarred: (segment: number, position: number) => boolean;
  /** Told after each first character how many suffixes are done. */
  readonly onProgress?: (done: number) => void;
}

/** [lo, hi) in the bucket of each segment. */
type Ranges = readonly (readonly [lo: number, hi: number])[];

/**
 * All short texts that recur in a corpus, as a tree, with how often.
 *
 * The suffixes of an index lie sorted, so those that begin alike lie side by side: one walk down from the first character, over
 * all segments at once, counts every text exactly. Memory is that of the largest bucket of one first character, and of the result.
 */
export function countPhrases(view: CorpusView, options: CountOptions): PhraseNodes {
  const levels = Array.from({ length: options.longest + 1 }, newLevel);
  levels[0]!.add(0, 1, 0);
  const firstOf: number[] = [];
  const weights: Float64Array[] = [];
  const groups: Int32Array[] = [];
  let articles = 0;
  view.forEach((segment, number) => {
    firstOf.push(articles);
    weights.push(Float64Array.from({ length: segment.articleCount }, (_, a) => options.weightOf(number, a)));
    groups.push(Int32Array.from({ length: segment.articleCount }, (_, a) => options.groupOf(number, a)));
    articles += segment.articleCount;
  });
  const seenIn = new Int32Array(articles).fill(-1);
  let serial = 0;
  let done = 0;
  for (let code = 0; code < 0x10000; code++) {
    if (isStop(code) && code !== PARAGRAPH_END) continue;
    const bucket = openBucket(view, code, options, weights);
    if (!bucket) continue;
    const count = (depth: number, ranges: Ranges, next: number): boolean => {
      let occurrences = 0;
      let weight = 0;
      let ends = 0;
      let distinct = 0;
      let group = -1;
      let groupCount = 0;
      serial++;
      ranges.forEach(([lo, hi], number) => {
        const { positions, inArticle, room } = bucket[number]!;
        const segment = view[number]!;
        const first = firstOf[number]!;
        const weightsHere = weights[number]!;
        const groupsHere = groups[number]!;
        for (let i = lo; i < hi; i++) {
          if (room[i]! < depth) continue;
          const article = inArticle[i]!;
          occurrences++;
          weight += weightsHere[article]!;
          if (segment.isWordStart(positions[i]! + depth)) ends++;
          if (seenIn[first + article] === serial) continue;
          seenIn[first + article] = serial;
          distinct++;
          if (groupCount < options.groups && groupsHere[article] !== group) {
            group = groupsHere[article]!;
            groupCount++;
          }
        }
      });
      if (occurrences < options.least || distinct < options.articles || groupCount < options.groups) return false;
      levels[depth]!.add(next, weight, 2 * ends >= occurrences || isEndingMark(next) ? 1 : 0);
      return true;
    };
    const grow = (depth: number, ranges: Ranges): boolean => {
      if (depth === options.longest) return false;
      let children = 0;
      for (const { next, within } of childrenOf(view, bucket, ranges, depth)) {
        if (sizeOf(within) < options.least || !count(depth + 1, within, next)) continue;
        children++;
        if (grow(depth + 1, within)) levels[depth + 1]!.markInner();
      }
      if (children > 0) levels[depth + 1]!.markLast();
      return children > 0;
    };
    const whole: Ranges = bucket.map(({ positions }) => [0, positions.length]);
    if (sizeOf(whole) >= options.least && count(1, whole, code) && grow(1, whole)) levels[1]!.markInner();
    done += sizeOf(whole);
    options.onProgress?.(done);
  }
  if (levels[1]!.size > 0) {
    levels[0]!.markInner();
    levels[1]!.markLast();
  }
  levels[0]!.markLast();
  return joined(levels);
}

const sizeOf = (ranges: Ranges): number => ranges.reduce((sum, [lo, hi]) => sum + hi - lo, 0);

interface Bucket {
  /** In rank order. */
  readonly positions: Int32Array;
  readonly inArticle: Int32Array;
  /** How many code units from there on may be in one phrase. */
  readonly room: Uint8Array;
}

/** The suffixes of every segment that begin with `code`; null where there are too few. */
function openBucket(
  view: CorpusView,
  code: number,
  options: CountOptions,
  weights: readonly Float64Array[],
): Bucket[] | null {
  const bounds = view.map(segment => [segment.bucketStart(code), segment.bucketStart(code + 1)] as const);
  if (sizeOf(bounds) < options.least) return null;
  return bounds.map(([lo, hi], number) => {
    const segment = view[number]!;
    const positions = new Int32Array(hi - lo);
    const inArticle = new Int32Array(hi - lo);
    const room = new Uint8Array(hi - lo);
    for (let rank = lo; rank < hi; rank++) {
      const position = segment.suffixAt(rank);
      const article = segment.articleAt(position);
      positions[rank - lo] = position;
      inArticle[rank - lo] = article;
      if (weights[number]![article]! > 0) room[rank - lo] = roomAt(segment, position, number, options);
    }
    return { positions, inArticle, room };
  });
}

function roomAt(segment: Segment, position: number, number: number, { longest, isBarred }: CountOptions): number {
  let length = 0;
  for (; length < longest; length++) {
    const code = segment.codeAt(position + length);
    if (code === PARAGRAPH_END ? length > 0 : isStop(code) || isBarred(number, position + length)) return length;
    // What goes on behind a sentence is another phrase; what begins one may be known by the mark before it.
    if (length > 0 && isSentenceEnd(code)) return length + 1;
  }
  return length;
}

/** What the next code unit may be, ascending, with the ranges that have it. */
function* childrenOf(
  view: CorpusView,
  bucket: readonly Bucket[],
  ranges: Ranges,
  depth: number,
): Generator<{ next: number; within: Ranges }> {
  const from = ranges.map(([lo]) => lo);
  const codeAt = (number: number, i: number) => view[number]!.codeAt(bucket[number]!.positions[i]! + depth);
  for (;;) {
    let next = Number.POSITIVE_INFINITY;
    ranges.forEach(([, hi], number) => {
      if (from[number]! < hi) next = Math.min(next, codeAt(number, from[number]!));
    });
    if (next === Number.POSITIVE_INFINITY) return;
    const code = next;
    const within = ranges.map(([, hi], number): [number, number] => {
      const lo = from[number]!;
      const end = endOfRun(i => codeAt(number, i) === code, lo, hi);
      from[number] = end;
      return [lo, end];
    });
    if (!isStop(code)) yield { next: code, within };
  }
}

/** The nodes of one depth. */
function newLevel() {
  const codes = growable(Uint16Array);
  const counts = growable(Float64Array);
  const endsWord = growable(Uint8Array);
  const inner = growable(Uint8Array);
  const last = growable(Uint8Array);
  return {
    get size() {
      return codes.length;
    },
    codes,
    counts,
    endsWord,
    inner,
    last,
    add(code: number, count: number, ends: number) {
      codes.push(code);
      counts.push(count);
      endsWord.push(ends);
      inner.push(0);
      last.push(0);
    },
    markInner: () => inner.setLast(1),
    markLast: () => last.setLast(1),
  };
}

/** One depth after the other is the order of the packed tree. */
function joined(levels: readonly ReturnType<typeof newLevel>[]): PhraseNodes {
  const size = levels.reduce((sum, level) => sum + level.size, 0);
  const codes = new Uint16Array(size);
  const counts = new Float64Array(size);
  const endsWord = new Uint8Array(size);
  const hasChildren = new Uint8Array(size);
  const isLast = new Uint8Array(size);
  let at = 0;
  for (const level of levels) {
    codes.set(level.codes.values(), at);
    counts.set(level.counts.values(), at);
    endsWord.set(level.endsWord.values(), at);
    hasChildren.set(level.inner.values(), at);
    isLast.set(level.last.values(), at);
    at += level.size;
  }
  counts[0] = Math.max(
    1,
    counts.subarray(1).reduce((most, count) => Math.max(most, count), 0),
  );
  return { codes, counts, endsWord, hasChildren, isLast };
}

/** Text of an article as it stands in its segment. */
export function textOf(segment: Segment, article: number): string {
  return segment.slice(segment.articleStart(article), articleEnd(segment, article) - 1);
}
