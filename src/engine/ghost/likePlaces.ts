import { contextsBefore } from '../complete/sources/contexts';
import type { CorpusView } from '../index/segment';
import { visitStrides } from '../index/suffixes/strides';

/** A place in the corpus that reads like the end of a text: behind its last character. */
export interface LikePlace {
  readonly segment: number;
  readonly position: number;
  /** Of its article: near-duplicates share it. */
  readonly cluster: number;
}

/** Occurrences looked at. */
const MOST = 64;

/** Where the longest end of `text` that the corpus knows occurs: by equal strides, where it does very often. */
export function likePlaces(view: CorpusView, text: string): { shared: string; places: LikePlace[] } {
  const context = contextsBefore(view, text).at(-1);
  const places: LikePlace[] = [];
  if (!context) return { shared: '', places };
  const { length } = context;
  const stride = Math.max(1, context.occurrences / MOST);
  let next = 0;
  context.ranges.forEach((range, number) => {
    const segment = view[number]!;
    next = visitStrides(segment, range, next, stride, position => {
      const article = segment.articleAt(position);
      if (segment.hasDead && segment.isDead(article)) return;
      places.push({ segment: number, position: position + length, cluster: segment.meta(article).cluster });
    });
  });
  return { shared: text.slice(text.length - length), places };
}

/** Do most of the places have a word start so many characters behind them? */
export function mostStartWord(view: CorpusView, places: readonly LikePlace[], offset: number): boolean {
  const starts = places.filter(({ segment, position }) => view[segment]!.isWordStart(position + offset)).length;
  return 2 * starts >= places.length;
}
