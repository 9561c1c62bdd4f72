import type { Suggestions } from '../../../src/engine/complete/suggestions';
import type { OfferList } from '../../../src/engine/offers/offer';
import { offers } from '../../../src/engine/offers/offers';
import { type Answer, canOpen, longestRight, restOfLine } from '../ask';
import { asSuggestion, titleOf } from '../fanben';
import type { HeldPassage } from '../heldOut';
import { currentLine } from '../predictor';

/** A list at one place of a passage, with what of it is right. */
export interface AskedList extends Answer {
  readonly list: OfferList;
  /** Of the passage, and of the place in its text. */
  readonly passage: number;
  readonly offset: number;
}

/** For each passage: by offset in its text, the list there; null where none can open. */
export type AskedLists = readonly (readonly (AskedList | null)[])[];

/** Asks for the list at every place of every passage, as if all were typed by hand, whatever its probability. */
export function askLists(suggestions: Suggestions, passages: readonly HeldPassage[], top: number): AskedLists {
  return passages.map((passage, number) =>
    Array.from({ length: passage.text.length }, (_, offset) => {
      if (!canOpen(passage, offset)) return null;
      const before = passage.before + passage.text.slice(0, offset);
      const draft = { before, title: titleOf(before) };
      while (suggestions.prepare(draft));
      const started = performance.now();
      const list = offers(suggestions, draft, { slots: true });
      const elapsedMs = performance.now() - started;
      const shown = list.rows.slice(0, top);
      const right = longestRight(shown.map(asSuggestion), currentLine(before), restOfLine(passage.text, offset));
      return { list, items: shown.length, right, elapsedMs, passage: number, offset };
    }),
  );
}
