import type { PhraseOffer } from '../../../../src/engine/offers/offer';

/** A row of a list that is a phrase of one article, and that probable. */
export function phraseOffer(text: string, probability: number): PhraseOffer {
  return {
    kind: 'phrase',
    text,
    replace: 0,
    probability,
    articles: 1,
    occurrences: 1,
    estimated: false,
    source: null,
  };
}
