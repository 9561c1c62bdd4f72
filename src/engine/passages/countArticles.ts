import type { CorpusView } from '../index/segment';
import { type ArticleDirectory, countLiveClusters } from './articleDirectory';
import { type Occurrence, visitOccurrences } from './occurrences';

/** In how many articles a wording stands, and how often. */
export interface ArticleCount {
  /** Distinct living articles, near-duplicates once. */
  readonly articles: number;
  /** In these articles; of near-duplicates in the newest: what stands in copies was said once. */
  readonly occurrences: number;
  /** Both are estimates: to be shown as 约 ("about"). */
  readonly estimated: boolean;
}

/** The count, with the newest place met in each of the articles. */
export interface CountedArticles extends ArticleCount {
  readonly newest: readonly DatedOccurrence[];
}

/** A place with the date of its article, packed: the later, the greater; 0: unknown. */
export interface DatedOccurrence extends Occurrence {
  readonly date: number;
}

/** Which articles count, and up to how many occurrences exactly. */
export interface CountOptions {
  /** Leave out the articles of this cluster: the article that is being read, and its near-duplicates. */
  readonly exceptCluster?: number;
  /** Up to so many occurrences the count is exact; of more so many are looked at. `MOST_COUNTED` by default. */
  readonly most?: number;
  /** Of the same view: knows how many articles there are; without it they are counted where it matters. */
  readonly directory?: Pick<ArticleDirectory, 'liveClusters'>;
}

/** Up to so many occurrences every count is exact. One number for all, so that list and hover agree. */
const MOST_COUNTED = 1024;

/** What was met of one article and its near-duplicates. */
interface Met {
  segment: number;
  article: number;
  position: number;
  date: number;
  /** In all of them, and in the newest alone. */
  times: number;
  own: number;
}

/**
 * In how many articles a wording stands, letter for letter: the one count behind list, hover and command line.
 * Bounded time whatever the wording: up to `most` occurrences all are looked at and the count is exact; of more a
 * systematic sample is, one out of each equal stride through their sorted order (Cochran, Sampling Techniques, ch. 8), and
 * the articles are estimated, never above those there are.
 *
 *     countArticles(view, '高质量发展') → { articles: 812, occurrences: 9120, estimated: true, newest: […] }
 */
export function countArticles(view: CorpusView, phrase: string, options: CountOptions = {}): CountedArticles {
  const { exceptCluster, most = MOST_COUNTED } = options;
  const clusters = new Map<number, Met>();
  const { total, seen } = visitOccurrences(view, phrase, most, (segment, position, number) => {
    const article = segment.articleAt(position);
    if (segment.hasDead && segment.isDead(article)) return;
    const cluster = segment.cluster(article);
    if (cluster === exceptCluster) return;
    const met = clusters.get(cluster);
    if (!met) {
      clusters.set(cluster, {
        segment: number,
        article,
        position,
        date: segment.packedDate(article),
        times: 1,
        own: 1,
      });
      return;
    }
    met.times++;
    if (met.article === article && met.segment === number) {
      met.position = Math.min(met.position, position);
      met.own++;
      return;
    }
    const here = { segment: number, position, date: segment.packedDate(article) };
    // The newest is so from its first place on: none of its places is missed.
    if (byAge(here, met) < 0) Object.assign(met, here, { article, own: 1 });
  });
  const newest = [...clusters.values()];
  const live = newest.reduce((sum, { own }) => sum + own, 0);
  if (seen === total) return { articles: clusters.size, occurrences: live, estimated: false, newest };
  const occurrences = Math.round((live * total) / seen);
  const others = (options.directory?.liveClusters() ?? countLiveClusters(view)) - (exceptCluster === undefined ? 0 : 1);
  return {
    // The excepted one may be dead: what was met is there all the same.
    articles: Math.max(newest.length, Math.min(richness(newest, seen / total), occurrences, others)),
    occurrences,
    estimated: true,
    newest,
  };
}

/** Newest first, an unknown date last; equal dates by place, so that answers are stable. */
export function byAge(a: DatedOccurrence, b: DatedOccurrence): number {
  return b.date - a.date || a.segment - b.segment || a.position - b.position;
}

/**
 * About how many kinds there are where a sample met these: the more were met only once, the more were missed. The
 * lower-bound estimate of Chao (1984), bias-corrected, so that it holds also where none was met twice, and for a sample
 * drawn without replacement (Chao and Lin 2012): who has looked at most has missed little.
 *
 * @param met how often each was met
 * @param share of all places that were looked at
 */
function richness(met: readonly { readonly times: number }[], share: number): number {
  let once = 0;
  let twice = 0;
  let sampled = 0;
  for (const { times } of met) {
    sampled += times;
    if (times === 1) once++;
    else if (times === 2) twice++;
  }
  if (once === 0) return met.length;
  const twiceWeight = (2 * sampled) / Math.max(1, sampled - 1);
  const missed = (once * (once - 1)) / (twiceWeight * (twice + 1) + (share / (1 - share)) * once);
  return Math.round(met.length + missed);
}

/**
 * About how many articles have what a sample of a part of its places met: between the fewest that are likely and as many as if each place stood in
 * another article. Their geometric mean is wrong by no more than the root of their ratio, either way.
 *
 * @param met how often each article was met
 * @param scale how many times as many places there are
 */
export function articlesOfSample(met: readonly { readonly times: number }[], scale: number): number {
  return scale > 1 ? Math.round(Math.sqrt(richness(met, 1 / scale) * met.length * scale)) : met.length;
}
