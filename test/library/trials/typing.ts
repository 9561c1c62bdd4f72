import type { Suggestions } from '../../../src/engine/complete/suggestions';
import { offers } from '../../../src/engine/offers/offers';
import { longestRight, restOfLine } from '../../eval/ask';
import { asSuggestion, titleOf } from '../../eval/fanben';
import type { HeldPassage } from '../../eval/heldOut';
import { currentLine } from '../../eval/predictor';

/** Rows that a writer looks at. */
const LOOKED_AT = 5;

export type Rows = ReturnType<typeof offers>['rows'];

/** The rows of a list at the end of `before`, and the milliseconds it took. */
export function listed(suggestions: Suggestions, before: string): [Rows, number] {
  const since = performance.now();
  const { rows } = offers(suggestions, { before, title: titleOf(before) }, { slots: true });
  return [rows, performance.now() - since];
}

/** What a row adds to the draft. */
export const addedBy = (row: Rows[number]): string => (row.kind === 'phrase' ? row.text.slice(row.replace) : '');

/** How far a row brings a writer who takes the longest right one, or types a character. */
export function right(rows: Rows, passage: HeldPassage, at: number): number {
  const line = currentLine(passage.before + passage.text.slice(0, at));
  return (
    longestRight(rows.map(asSuggestion).slice(0, LOOKED_AT), line, restOfLine(passage.text, at))?.added.length ?? 1
  );
}
