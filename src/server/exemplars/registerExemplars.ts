import type { ArticlePlace } from '../../engine/passages/articlePlace';
import type { ServerContext } from '../context';
import { articles } from './articles';
import { createExemplarPlaces, exemplar, skeleton } from './exemplar';

/** Articles as models for a draft. Gives where those stand that are pinned now. */
export function registerExemplars({ router, corpus }: ServerContext): () => readonly ArticlePlace[] {
  const pinned = createExemplarPlaces();
  router.hear('fanben/setExemplars', params => pinned.pin(params.articles));
  router.answer('fanben/articles', { articles: [], isCut: false }, params => articles(corpus.everything(), params));
  router.answer('fanben/exemplar', null, ref => exemplar(corpus.everything(), ref));
  router.answer('fanben/skeleton', null, (params, token) =>
    skeleton(corpus.everything(), params, () => token.isCancellationRequested),
  );
  return () => pinned.places(corpus.everything());
}
