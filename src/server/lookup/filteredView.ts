import type { CorpusView } from '../../engine/index/segment';
import { filteredView } from '../../engine/lookup/query/filteredView';
import type { ArticleFilter } from '../../engine/passages/lens/lens';

/** The view that a search with filters asks. The last one is kept: while a search is typed, its filter stays. */
export function createFilteredView(): (view: CorpusView, filter: ArticleFilter) => CorpusView {
  let last: { view: CorpusView; key: string; filtered: CorpusView } | undefined;
  return (view, filter) => {
    const key = JSON.stringify(filter);
    if (last?.view !== view || last.key !== key) last = { view, key, filtered: filteredView(view, filter) };
    return last.filtered;
  };
}
