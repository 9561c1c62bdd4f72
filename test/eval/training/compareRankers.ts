import type { PhraseTree } from '../../../src/engine/background/phraseTree';
import { createCompleter } from '../../../src/engine/complete/completer';
import { chooseSet } from '../../../src/engine/complete/ranking/chooseSet';
import type { Ranker } from '../../../src/engine/complete/ranking/ranker';
import { oneRanker, shippedRankers } from '../../../src/engine/complete/ranking/shippedRanker';
import type { CorpusView } from '../../../src/engine/index/segment';
import type { LanguageModel } from '../../../src/engine/model/languageModel';
import { ask, canOpen } from '../ask';
import { titleOf } from '../fanben';
import type { HeldPassage } from '../heldOut';
import type { Predictor } from '../predictor';

/** Share of the keystrokes that the first `top` items save with this ranker; where there is a model, it is the one that hears it. */
export function savedWith(
  ranker: Ranker,
  view: CorpusView,
  background: PhraseTree | undefined,
  model: LanguageModel | undefined,
  passages: readonly HeldPassage[],
  top: number,
): number {
  const predictor = rankedBy(ranker, view, background, model);
  let keystrokes = 0;
  let characters = 0;
  for (const passage of passages) {
    characters += passage.text.length;
    for (let at = 0; at < passage.text.length; keystrokes++) {
      const { right } = canOpen(passage, at) ? ask(predictor, passage, at, top) : { right: null };
      at += right?.added.length ?? 1;
    }
  }
  return 1 - keystrokes / characters;
}

/** Completion with another ranker than the shipped one. */
function rankedBy(
  ranker: Ranker,
  view: CorpusView,
  background: PhraseTree | undefined,
  model: LanguageModel | undefined,
): Predictor {
  const rankers = model ? shippedRankers(ranker) : oneRanker(ranker);
  const completer = createCompleter(view, { rankers, background: () => background, model: () => model });
  return {
    name: 'ranker',
    characters: 0,
    every: 1,
    prepare(before) {
      while (completer.prepare({ before, title: titleOf(before) }));
    },
    predict(before, limit) {
      const { pool, probability } = completer.rank({ before, title: titleOf(before) });
      return chooseSet(pool, probability, limit, 0).map(index => ({ text: pool[index]!.text, replace: 0 }));
    },
  };
}
