import type { CorpusView } from '../index/segment';
import { normalisePhrase } from './normalisePhrase';
import { type Place, visitOccurrences } from './occurrences';
import { type Passage, passageAt } from './passage';

export interface FindOptions {
  /** Leave out the articles of this cluster: the article that is being read, and its near-duplicates. */
  readonly exceptCluster?: number;
  /** How many occurrences are looked at; of more, an equal-stride sample, and the counts become estimates. */
  readonly most?: number;
}

export interface FoundPassages {
  /** Distinct articles with the phrase, near-duplicates once. */
  readonly articles: number;
  readonly occurrences: number;
  /** The counts are estimates from a sample. */
  readonly estimated: boolean;
  /** Newest first, each from another article. */
  readonly passages: readonly Passage[];
}

const MOST = 3000;

/** The newest article of a cluster so far, and the first place in it. */
interface Newest extends Place {
  readonly date: string;
  /** How often the cluster was met. */
  readonly met: number;
}

/**
 * Where a phrase occurs: `守初心, 担使命` finds 守初心，担使命.
 * Bounded time whatever the phrase: at most `options.most` occurrences are looked at.
 */
export function findPassages(
  view: CorpusView,
  phrase: string,
  limit: number,
  options: FindOptions = {},
): FoundPassages {
  const wanted = normalisePhrase(phrase);
  if (wanted === '') return { articles: 0, occurrences: 0, estimated: false, passages: [] };
  const clusters = new Map<number, Newest>();
  let live = 0;
  const { total, seen } = visitOccurrences(view, wanted, options.most ?? MOST, (segment, position, number) => {
    const article = segment.articleAt(position);
    if (segment.isDead(article)) return;
    const { cluster, date } = segment.meta(article);
    if (cluster === options.exceptCluster) return;
    live++;
    const found = clusters.get(cluster);
    const here = { segment: number, position, date: date ?? '', met: (found?.met ?? 0) + 1 };
    clusters.set(cluster, found && byAge(found, here) < 0 ? { ...found, met: here.met } : here);
  });
  const newest = [...clusters.values()].sort(byAge);
  const estimated = seen < total;
  return {
    articles: estimated ? estimateArticles(view, newest, live, (live * total) / seen) : newest.length,
    occurrences: estimated ? Math.round((live * total) / seen) : live,
    estimated,
    passages: newest.slice(0, limit).map(place => passageAt(view, place, wanted.length)),
  };
}

/** Newest first; equal dates by place, so that answers are stable. A date sorts as it is written, an unknown one last. */
function byAge(a: Newest, b: Newest): number {
  if (a.date !== b.date) return a.date > b.date ? -1 : 1;
  return a.segment - b.segment || a.position - b.position;
}

/**
 * Chao's lower-bound estimate of the number of kinds from a sample: the more were met only once, the more were missed.
 * Never above what there can be.
 */
function estimateArticles(view: CorpusView, met: readonly Newest[], live: number, occurrences: number): number {
  const once = met.filter(({ met: times }) => times === 1).length;
  const twice = met.filter(({ met: times }) => times === 2).length;
  const missed = live > 0 ? (once * (once - 1)) / (2 * (twice + 1)) : 0;
  const articles = view.reduce((sum, segment) => sum + segment.articleCount, 0);
  return Math.round(Math.min(met.length + missed, articles, occurrences));
}
