import type { CorpusView } from '../../engine/index/segment';
import { livingArticles } from '../../engine/passages/articleDirectory';
import type { Facets } from '../protocol/corpusTree';

/** Names in one answer: more nobody looks through. */
const MOST_SPEAKERS = 2_000;

/** Who speaks in the articles of a view, and when. */
export function facets(view: CorpusView): Facets {
  const speakers = new Map<string, number>();
  const years = new Map<number, number>();
  const count = <Key>(counts: Map<Key, number>, key: Key) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { segment, article } of livingArticles(view)) {
    const { speaker, date } = view[segment]!.meta(article);
    if (speaker) count(speakers, speaker);
    if (date) count(years, Number(date.slice(0, 4)));
  }
  return {
    speakers: [...speakers]
      .map(([name, articles]) => ({ name, articles }))
      .sort((a, b) => b.articles - a.articles)
      .slice(0, MOST_SPEAKERS),
    years: [...years].map(([year, articles]) => ({ year, articles })).sort((a, b) => b.year - a.year),
  };
}
