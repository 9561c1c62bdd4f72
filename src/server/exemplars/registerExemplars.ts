import type { ArticlePlace } from '../../engine/passages/articlePlace';
import type { ServerContext } from '../context';
import { inTurns } from '../door/inTurns';
import { articles } from './articles';
import { createExemplarPlaces, exemplar, skeleton } from './exemplar';
import { createExemplarTagger } from './exemplarTagger';

/** Articles as models for a draft. Gives where those stand that are pinned now. */
export function registerExemplars({ router, corpus, background, host }: ServerContext): () => readonly ArticlePlace[] {
  const pinned = createExemplarPlaces();
  const tagger = createExemplarTagger(background, host);
  router.hear('fanben/setExemplars', params => pinned.pin(params.articles));
  router.answer('fanben/articles', { articles: [], isCut: false }, params =>
    // Of one file all are told; to choose from there are those that are asked now.
    articles(params.path === undefined ? corpus.directory() : corpus.everything(), params),
  );
  router.answer('fanben/exemplar', null, ref => exemplar(corpus.everything(), corpus.directory(), ref));
  router.answer('fanben/skeleton', null, (params, token) =>
    inTurns(skeleton(corpus.everything(), params, tagger()), token),
  );
  // One that is not asked now stays pinned, and is leant to again when it is.
  return () => pinned.places(corpus.directory());
}
