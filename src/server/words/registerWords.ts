import type { CorpusView } from '../../engine/index/segment';
import type { Steps } from '../../engine/steps';
import { wordStartSteps } from '../../engine/words/wordStarts';
import type { ServerContext } from '../context';
import { inTurns } from '../door/inTurns';

/** The words of a draft, as the corpus cuts them. */
export function registerWords({ router, corpus }: ServerContext): void {
  router.answer('fanben/wordStarts', [], ({ texts }, token) => inTurns(startsOf(texts, corpus.view()), token));
}

function* startsOf(texts: readonly string[], view: CorpusView): Steps<number[][]> {
  const all: number[][] = [];
  for (const text of texts) all.push(yield* wordStartSteps(text, view));
  return all;
}
