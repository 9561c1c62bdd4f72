import { listProbability } from '../listProbability';
import type { Offer, OfferList } from '../offer';
import type { PassedOver } from './passedOver';
import thresholds from './thresholds.json';

/** How readily lists open by themselves: everywhere, or where one of the rows is right so probably. */
export type Readiness = keyof typeof thresholds;

/** Rows that a writer sees at a glance. */
const SEEN = 5;

/**
 * How probable it is that one of the rows seen first is right: those are left out that the writer has passed over already,
 * typing on beside an open list. 0 to 1; calibrated as the ranker is, so that one threshold serves small and large corpora.
 */
export function openingProbability({ rows }: OfferList, passed?: PassedOver): number {
  const seen = rows.slice(0, SEEN);
  if (!passed) return listProbability(seen);
  return listProbability(
    seen.filter(
      row =>
        (row.kind !== 'phrase' && row.kind !== 'marker') ||
        !passed.texts.some(rest => rest.startsWith(row.text.slice(row.replace))),
    ),
  );
}

/**
 * Is a list worth opening where the writer has not asked for it? Silence is a feature: one that is seldom right is a list to be
 * read in vain at every word. What the text itself asks for, by letters, the name of a frame or a series, always opens.
 *
 * @param passed what the writer has passed over in the list before
 */
export function opensByItself(list: OfferList, readiness: Readiness, passed?: PassedOver): boolean {
  if (list.rows.length === 0) return false;
  return (
    list.isAsked || list.isStructure || readiness === 'all' || openingProbability(list, passed) >= thresholds[readiness]
  );
}

/**
 * Does a list that stands open stay so while the writer types on? Where a row of it agrees with what was typed, it is what the
 * writer is typing towards, and the list is asked again rather than closed.
 */
export function staysOpen(list: OfferList, passed: PassedOver | undefined): boolean {
  return list.rows.length > 0 && passed !== undefined && passed.texts.length > 0;
}

/** What is right in fewer than one of two hundred cases is not worth reading: a twelfth of all rows go, and 0.5 % of what they save. */
const LEAST = 0.005;
/** Rows that stay whatever their probability: the writer's own choices come first. */
const STAY = 3;

/** The rows of a list that the writer has not asked for: of those behind the first three, what is hardly ever right is left out. */
export const rowsUnasked = ({ rows }: OfferList): readonly Offer[] =>
  rows.filter(
    (row, place) => place < STAY || (row.kind !== 'phrase' && row.kind !== 'marker') || row.probability >= LEAST,
  );
