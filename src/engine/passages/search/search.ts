import type { CorpusView } from '../../index/segment';
import type { CutWords } from '../../text/segmentWords';
import { exactMatches } from './exactMatches';
import { type Hit, hitOf } from './hit';
import { looseMatches } from './looseMatches';
import { proximityGroups } from './proximity';
import { alternatives, termsOf, wordsOf } from './searchTerms';

/** With so many sentences that have it all, those that have a part of it are noise. */
const ENOUGH_EXACT = 5;

/**
 * Sentences with the words, best first: those with all of them, articles taking turns (see {@link exactMatches});
 * where these are fewer than five, then those with some of them (see {@link looseMatches}).
 * `乡村振兴 干部` asks for two words; one piece of Chinese without blanks is looked for as it stands, and only then
 * cut by `cutWords`; what is found of the pieces is `isScattered`.
 */
export function search(view: CorpusView, query: string, limit: number, cutWords: CutWords): Hit[] {
  const typed = wordsOf(query);
  const [literal = [], cut] = alternatives(view, query, cutWords);
  const terms = termsOf(view, literal);
  const groups = proximityGroups(view, terms);
  const exact = terms.length === literal.length ? exactMatches(view, terms, groups[0], limit) : [];
  if (exact.length >= Math.min(limit, ENOUGH_EXACT)) return exact.map(candidate => hitOf(view, candidate, typed));
  const looseTerms = cut ? termsOf(view, cut) : terms;
  const loose = looseMatches(
    view,
    looseTerms,
    cut ? proximityGroups(view, looseTerms) : groups,
    limit - exact.length,
    new Set(exact.map(({ cluster }) => cluster)),
  );
  return [...exact, ...loose].map(candidate => hitOf(view, candidate, typed));
}
