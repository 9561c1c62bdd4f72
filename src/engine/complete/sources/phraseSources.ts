import type { CorpusView } from '../../index/segment';
import { visitStrides } from '../../index/strides';
import { suffixRanges } from '../../index/suffixRange';

/** Where a phrase stands in the corpus, in short. */
export interface PhraseSources {
  readonly occurrences: number;
  /** Distinct articles, near-duplicates once; an estimate above `LOOKED_AT` occurrences. */
  readonly articles: number;
  /** Its newest place: segment number in the view, and position of its first character. */
  readonly newest: { readonly segment: number; readonly position: number } | null;
}

const LOOKED_AT = 48;

/** Counts a phrase and finds its newest place. Bounded time: of more occurrences a fixed number is looked at. */
export function phraseSources(view: CorpusView, phrase: string): PhraseSources {
  const { ranges, total } = suffixRanges(view, phrase);
  const stride = Math.max(1, total / LOOKED_AT);
  const clusters = new Set<number>();
  let looked = 0;
  let dead = 0;
  let newest: PhraseSources['newest'] = null;
  let newestDate = '';
  let next = 0;
  ranges.forEach((range, number) => {
    const segment = view[number]!;
    next = visitStrides(segment, range, next, stride, position => {
      const article = segment.articleAt(position);
      looked++;
      if (segment.hasDead && segment.isDead(article)) {
        dead++;
        return;
      }
      const meta = segment.meta(article);
      clusters.add(meta.cluster);
      const date = meta.date ?? '';
      if (newest === null || date > newestDate) {
        newest = { segment: number, position };
        newestDate = date;
      }
    });
  });
  const live = looked === 0 ? 0 : (looked - dead) / looked;
  return {
    occurrences: Math.round(total * live),
    articles: stride > 1 ? Math.round(clusters.size * Math.max(1, stride * 0.8)) : clusters.size,
    newest,
  };
}
