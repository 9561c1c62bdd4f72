import { wordStarts } from '../../engine/words/wordStarts';
import type { ServerContext } from '../context';

/** The words of a draft, as the corpus cuts them. */
export function registerWords({ router, corpus }: ServerContext): void {
  router.answer('fanben/wordStarts', [], ({ texts }) => {
    const view = corpus.view();
    return texts.map(text => wordStarts(text, view));
  });
}
