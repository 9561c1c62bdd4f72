import type { CorpusView } from '../../index/segment';
import { type Candidate, newestFirst, readCandidate } from './candidate';
import type { ProximityGroup, Term } from './proximity';

/** Different sentences of one article that are shown. */
const MOST_OF_ARTICLE = 5;
/** Places looked at: what bounds the time. */
const MOST_PLACES = 1500;

/**
 * Sentences with every term, at most `limit`: one of each article, newest article first, then a second one of each,
 * up to five different ones an article. Of near-duplicate articles the newest counts.
 * `strongest` is the group of places with most of the terms around them.
 */
export function exactMatches(
  view: CorpusView,
  terms: readonly Term[],
  strongest: ProximityGroup | undefined,
  limit: number,
): Candidate[] {
  const byCluster = new Map<number, Candidate[]>();
  for (const place of newestFirst(view, strongest?.places(MOST_PLACES) ?? [])) {
    // The first ones of so many articles fill the answer.
    if (byCluster.size >= limit) break;
    const known = byCluster.get(place.cluster) ?? [];
    if (known.length >= MOST_OF_ARTICLE || !isOfArticle(known[0], place)) continue;
    const candidate = readCandidate(view, place, terms, terms.length);
    if (!candidate || known.some(({ sentence }) => sentence === candidate.sentence)) continue;
    byCluster.set(place.cluster, [...known, candidate]);
  }
  return inTurn([...byCluster.values()]).slice(0, limit);
}

function isOfArticle(first: Candidate | undefined, { segment, article }: Pick<Candidate, 'segment' | 'article'>) {
  return !first || (first.segment === segment && first.article === article);
}

/** `[[a, b, c], [d, e]]` → `[a, d, b, e, c]`. */
function inTurn<T>(rows: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...rows.map(row => row.length));
  return Array.from({ length: longest }, (_, turn) => rows.flatMap(row => row.slice(turn, turn + 1))).flat();
}
