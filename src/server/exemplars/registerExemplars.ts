import type { CorpusView } from '../../engine/index/segment';
import type { ArticlePlace } from '../../engine/passages/findArticle';
import type { ServerContext } from '../context';
import { articles } from './articles';
import { createExemplarPlaces, exemplar, skeleton } from './exemplar';

/** Articles as models for a draft. Gives where those stand that are pinned now. */
export function registerExemplars({ router, corpus }: ServerContext): (view: CorpusView) => readonly ArticlePlace[] {
  const pinned = createExemplarPlaces();
  router.hear('fanben/setExemplars', params => pinned.pin(params.articles));
  router.answer('fanben/articles', { articles: [], isCut: false }, params => articles(corpus.view(), params));
  router.answer('fanben/exemplar', null, ref => exemplar(corpus.view(), ref));
  router.answer('fanben/skeleton', null, (params, token) =>
    skeleton(corpus.view(), params, () => token.isCancellationRequested),
  );
  return view => pinned.places(view);
}
