import type { CorpusView } from '../../index/segment';
import { livingArticles } from '../../passages/articleDirectory';
import type { Beginning } from './firstLines';

/** A longer one is text that was taken for a title. UTF-16 code units. */
export const LONGEST_TITLE = 40;

/** The titles of a view, near-duplicates once: those that several articles have first, then the newest. */
export function readTitles(view: CorpusView): readonly Beginning[] {
  const found = new Map<string, { articles: number; date: string }>();
  const seen = new Set<number>();
  for (const { segment, article } of livingArticles(view)) {
    const { title, date, cluster } = view[segment]!.meta(article);
    if (title === '' || title.length > LONGEST_TITLE || seen.has(cluster)) continue;
    seen.add(cluster);
    const known = found.get(title) ?? { articles: 0, date: '' };
    found.set(title, { articles: known.articles + 1, date: date !== null && date > known.date ? date : known.date });
  }
  return [...found]
    .sort(([, a], [, b]) => b.articles - a.articles || (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map(([text, { articles }]) => ({ text, articles, source: null }));
}
