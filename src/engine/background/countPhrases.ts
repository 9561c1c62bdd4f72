import { articleEnd, type CorpusView, isStop, PARAGRAPH_END, type Segment } from '../index/segment';
import { endOfRun } from '../index/suffixes/endOfRun';
import { isEndingMark } from '../text/marks';
import { type Bucket, type CountOptions, openBucket, type Ranges, sizeOf } from './buckets';
import type { PhraseNodes } from './packTree';
import { joined, newLevel } from './phraseLevels';

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

/** Text of an article as it stands in its segment. */
export function textOf(segment: Segment, article: number): string {
  return segment.slice(segment.articleStart(article), articleEnd(segment, article) - 1);
}
