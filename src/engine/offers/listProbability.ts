import type { Offer } from './offer';

/**
 * How probable it is that one of the phrases and promised words of a list is right: the sum over those that none of the
 * others is the beginning of, for of these two at most one can be, and a longer row is right only where the shorter is.
 */
export function listProbability(rows: readonly Offer[]): number {
  const said = rows.filter(row => row.kind === 'phrase' || row.kind === 'marker');
  const first = said.filter(({ text }) => !said.some(other => other.text !== text && text.startsWith(other.text)));
  return Math.min(
    1,
    first.reduce((sum, { probability }) => sum + probability, 0),
  );
}
