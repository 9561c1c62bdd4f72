import type { CorpusView } from '../../engine/index/segment';
import { type ArticleDirectory, livingArticles } from '../../engine/passages/articleDirectory';
import type { ArticlePlace } from '../../engine/passages/articlePlace';
import type { ArticleEntry, Articles, ArticlesParams } from '../protocol/exemplars';

/** More are a collection that nobody looks through by title. */
const MOST = 20_000;

/** The articles to choose from: all of the view, those of folders that weigh more first, then newest first and those without a date last, or those of one file. */
export function articles(directory: ArticleDirectory, { path }: ArticlesParams): Articles {
  const { view } = directory;
  const places = path === undefined ? livingArticles(view) : [...directory.ofFile(path)];
  if (path === undefined) {
    const dates = new Map(places.map(place => [place, metaOf(view, place).date ?? '']));
    const weightOf = ({ segment, article }: ArticlePlace) => view[segment]!.weight(article);
    places.sort((a, b) => weightOf(b) - weightOf(a) || compare(dates.get(b)!, dates.get(a)!));
  }
  return { articles: places.slice(0, MOST).map(place => articleEntry(view, place)), isCut: places.length > MOST };
}

/** What a picker or a tree shows of an article. */
export function articleEntry(view: CorpusView, place: ArticlePlace): ArticleEntry {
  const { path, entry, title, date, speaker } = metaOf(view, place);
  return { path, entry, title, date, speaker };
}

const metaOf = (view: CorpusView, { segment, article }: ArticlePlace) => view[segment]!.meta(article);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
