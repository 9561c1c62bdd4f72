import type { CorpusView } from '../../index/segment';
import { lazilyFiltered } from '../../passages/lens/lazyFilter';
import { type ArticleFilter, isFiltering, throughLens } from '../../passages/lens/lens';

/** The articles of a view that a filter wants. Every article that is here is looked at: some 10 ms for ten thousand. */
export function filteredView(view: CorpusView, filter: ArticleFilter): CorpusView {
  if (!isFiltering(filter)) return view;
  const lens = { filter, rules: [], notesOf: () => undefined };
  return view.map(segment =>
    segment.rangeOf ? lazilyFiltered(segment, filter) : throughLens([segment], lens).asked[0]!,
  );
}
