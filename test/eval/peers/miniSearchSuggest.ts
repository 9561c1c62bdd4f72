import MiniSearch from 'minisearch';
import type { CorpusView } from '../../../src/engine/index/segment';
import type { CutWords } from '../../../src/engine/text/segmentWords';
import { currentClause, type Predictor } from '../predictor';
import { firstClauses } from './clauses';

/** It takes 100 ms a question at a million characters. */
const CHARACTERS = 1_000_000;
const EVERY = 16;

/** MiniSearch's `autoSuggest` for the clause typed so far, over the clauses of the corpus cut into words. */
export function miniSearchSuggest(view: CorpusView, cut: CutWords): Predictor {
  const { clauses, characters } = firstClauses(view, CHARACTERS);
  const tokenize = (text: string) => [...cut(text)];
  const search = new MiniSearch({ fields: ['text'], tokenize, processTerm: term => term });
  search.addAll(clauses.map((text, id) => ({ id, text })));
  return {
    name: 'MiniSearch autoSuggest',
    characters,
    every: EVERY,
    predict(before, limit) {
      const clause = currentClause(before);
      if (clause === '') return [];
      const suggestions = search.autoSuggest(clause).slice(0, limit);
      return suggestions.map(({ terms }) => ({ text: terms.join(''), replace: clause.length }));
    },
  };
}
