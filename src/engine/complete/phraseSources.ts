import { cheapRank, SAMPLED_EVERY } from '../index/sampledRanks';
import type { CorpusView } from '../index/segment';
import { suffixRange } from '../index/suffixRange';

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
  const ranges = view.map(segment => suffixRange(segment, phrase));
  const total = ranges.reduce((sum, { lo, hi }) => sum + hi - lo, 0);
  const stride = Math.max(1, total / LOOKED_AT);
  const clusters = new Set<number>();
  let looked = 0;
  let dead = 0;
  let newest: PhraseSources['newest'] = null;
  let newestDate = '';
  let before = 0;
  let next = 0;
  ranges.forEach(({ lo, hi }, number) => {
    const segment = view[number]!;
    for (; next < before + hi - lo; next += stride) {
      const rank = lo + Math.floor(next - before);
      const position = segment.suffixAt(stride >= SAMPLED_EVERY ? cheapRank(rank, lo) : rank);
      const article = segment.articleAt(position);
      looked++;
      if (segment.hasDead && segment.isDead(article)) {
        dead++;
        continue;
      }
      const meta = segment.meta(article);
      clusters.add(meta.cluster);
      const date = meta.date ?? '';
      if (newest === null || date > newestDate) {
        newest = { segment: number, position };
        newestDate = date;
      }
    }
    before += hi - lo;
  });
  const live = looked === 0 ? 0 : (looked - dead) / looked;
  return {
    occurrences: Math.round(total * live),
    articles: stride > 1 ? Math.round(clusters.size * Math.max(1, stride * 0.8)) : clusters.size,
    newest,
  };
}
