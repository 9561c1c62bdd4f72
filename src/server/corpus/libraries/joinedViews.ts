import type { CorpusView } from '../../../engine/index/segment';

/**
 * A function that puts the segments of `others` behind one's `own`. As long as both are the same arrays the answer is the same array,
 * so that what is remembered about a view holds.
 */
export function joinedViews(): (own: CorpusView, others: CorpusView) => CorpusView {
  let last: { readonly own: CorpusView; readonly others: CorpusView; readonly view: CorpusView } | undefined;
  return (own, others) => {
    if (others.length === 0) return own;
    if (last?.own !== own || last.others !== others) last = { own, others, view: [...own, ...others] };
    return last.view;
  };
}
