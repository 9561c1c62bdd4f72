import type { Suggestions } from '../../src/engine/complete/suggestions';
import type { Offer } from '../../src/engine/offers/offer';
import { offers } from '../../src/engine/offers/offers';
import type { Predictor, Suggestion } from './predictor';

/** A longer first line is text, not a title. */
const LONGEST_TITLE = 40;

export const PHRASES_ALONE = 'its phrases alone';

/** The list that a writer sees, as the server asks it. */
export const fanbenList = (suggestions: Suggestions): Predictor =>
  predictor('Fanben', suggestions, draft => offers(suggestions, draft, { slots: true }).rows.map(asSuggestion));

/** Its phrases alone. */
export const fanbenPhrases = (suggestions: Suggestions): Predictor =>
  predictor(PHRASES_ALONE, suggestions, (draft, limit) => suggestions.complete(draft, { limit }).phrases);

type Draft = { readonly before: string; readonly title: string };

function predictor(
  name: string,
  suggestions: Suggestions,
  predict: (draft: Draft, limit: number) => readonly Suggestion[],
): Predictor {
  const draftOf = (before: string) => ({ before, title: titleOf(before) });
  return {
    name,
    characters: suggestions.view.reduce((sum, segment) => sum + segment.length, 0),
    every: 1,
    prepare: before => {
      while (suggestions.prepare(draftOf(before)));
    },
    predict: (before, limit) => predict(draftOf(before), limit),
  };
}

/** What has slots takes its row, but is never right: what the writer fills in is no text of ours. */
export const asSuggestion = (offer: Offer): Suggestion =>
  offer.kind === 'phrase' || offer.kind === 'marker' ? offer : { text: '', replace: 0 };

/** The first line of a draft, where it may be a title. */
export function titleOf(before: string): string {
  const end = before.indexOf('\n');
  return end > 0 && end <= LONGEST_TITLE ? before.slice(0, end) : '';
}
