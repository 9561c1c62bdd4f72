import Fuse from 'fuse.js';
import type { CorpusView } from '../../../src/engine/index/segment';
import { currentClause, type Predictor } from '../predictor';
import { firstClauses } from './clauses';

/** It reads every clause for every question: 100 ms at half a million characters. */
const CHARACTERS = 500_000;
const EVERY = 64;

/** The clauses of the corpus that fuse.js finds most like the clause typed so far. */
export function fuseClauses(view: CorpusView): Predictor {
  const { clauses, characters } = firstClauses(view, CHARACTERS);
  const fuse = new Fuse(clauses);
  return {
    name: 'fuse.js over clauses',
    characters,
    every: EVERY,
    predict(before, limit) {
      const clause = currentClause(before);
      if (clause === '') return [];
      return fuse.search(clause, { limit }).map(({ item }) => ({ text: item, replace: clause.length }));
    },
  };
}
