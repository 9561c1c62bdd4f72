import type { ArticlePlace } from '../../engine/passages/articlePlace';
import type { ServerContext } from '../context';
import { articles } from './articles';
import { createExemplarPlaces, exemplar, skeleton } from './exemplar';

/** Articles as models for a draft. Gives where those stand that are pinned now. */
export function registerExemplars({ router, corpus, background }: ServerContext): () => readonly ArticlePlace[] {
  const pinned = createExemplarPlaces();
  const publicCounts = () => {
    const tree = background.tree();
    return tree ? (text: string) => tree.countOf(text) : null;
  };
  router.hear('fanben/setExemplars', params => pinned.pin(params.articles));
  router.answer('fanben/articles', { articles: [], isCut: false }, params =>
    // Of one file all are told; to choose from there are those that are asked now.
    articles(params.path === undefined ? corpus.directory() : corpus.everything(), params),
  );
  router.answer('fanben/exemplar', null, ref => exemplar(corpus.everything(), corpus.directory(), ref));
  router.answer('fanben/skeleton', null, (params, token) =>
    skeleton(corpus.everything(), params, publicCounts(), () => token.isCancellationRequested),
  );
  // One that is not asked now stays pinned, and is leant to again when it is.
  return () => pinned.places(corpus.directory());
}
