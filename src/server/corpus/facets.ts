import type { CorpusView } from '../../engine/index/segment';
import { livingArticles } from '../../engine/passages/articleDirectory';
import type { Facets } from '../protocol/corpusTree';

/** Names in one answer: more nobody looks through. */
const MOST_SPEAKERS = 2_000;

/** Who speaks in the articles of a view, and when; versions and copies of an article count once, as everywhere. */
export function facets(view: CorpusView): Facets {
  const speakers = new Map<string, Set<number>>();
  const years = new Map<number, Set<number>>();
  for (const { segment, article } of livingArticles(view)) {
    const { speaker, date, cluster } = view[segment]!.meta(article);
    if (speaker) note(speakers, speaker, cluster);
    if (date) note(years, Number(date.slice(0, 4)), cluster);
  }
  return {
    speakers: [...speakers]
      .map(([name, { size }]) => ({ name, articles: size }))
      .sort((a, b) => b.articles - a.articles)
      .slice(0, MOST_SPEAKERS),
    years: [...years].map(([year, { size }]) => ({ year, articles: size })).sort((a, b) => b.year - a.year),
  };
}

function note<Key>(clusters: Map<Key, Set<number>>, key: Key, cluster: number): void {
  const known = clusters.get(key);
  if (known) known.add(cluster);
  else clusters.set(key, new Set([cluster]));
}
