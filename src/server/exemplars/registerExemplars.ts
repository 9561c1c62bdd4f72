import type { ArticlePlace } from '../../engine/passages/articlePlace';
import type { ServerContext } from '../context';
import { articles } from './articles';
import { createExemplarPlaces, exemplar, skeleton } from './exemplar';

/** Articles as models for a draft. Gives where those stand that are pinned now. */
export function registerExemplars({ router, corpus }: ServerContext): () => readonly ArticlePlace[] {
  const pinned = createExemplarPlaces();
  router.hear('fanben/setExemplars', params => pinned.pin(params.articles));
  router.answer('fanben/articles', { articles: [], isCut: false }, params => articles(corpus.directory(), params));
  router.answer('fanben/exemplar', null, ref => exemplar(corpus.directory(), ref));
  router.answer('fanben/skeleton', null, (params, token) =>
    skeleton(corpus.directory(), params, () => token.isCancellationRequested),
  );
  return () => pinned.places(corpus.directory());
}
