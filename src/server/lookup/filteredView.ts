import type { CorpusView } from '../../engine/index/segment';
import { type ArticleFilter, isFiltering, throughLens } from '../../engine/passages/lens';

/**
 * The view that a search with filters asks. The last one is kept: while a search is typed its filter stays, and to make a view every
 * article is looked at.
 */
export function createFilteredView(): (view: CorpusView, filter: ArticleFilter) => CorpusView {
  let last: { view: CorpusView; key: string; filtered: CorpusView } | undefined;
  return (view, filter) => {
    if (!isFiltering(filter)) return view;
    const key = JSON.stringify(filter);
    if (last?.view !== view || last.key !== key) {
      const { asked } = throughLens(view, { filter, rules: [], notesOf: () => undefined });
      last = { view, key, filtered: asked };
    }
    return last.filtered;
  };
}
