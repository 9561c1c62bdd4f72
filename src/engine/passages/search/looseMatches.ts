import type { CorpusView } from '../../index/segment';
import { better, type Candidate, newestFirst, readCandidate } from './candidate';
import type { ProximityGroup, Term } from './proximity';

/** Places looked at for one query, and for one combination of its words: what bounds its time. */
const MOST_PLACES = 3000;
const MOST_ALIKE = 1500;

/**
 * Sentences with some of the terms, at most `limit`, those whose terms are rarest first, then the newest.
 * One an article, near-duplicates once, none of the clusters in `except`.
 */
export function looseMatches(
  view: CorpusView,
  terms: readonly Term[],
  heaviestFirst: readonly ProximityGroup[],
  limit: number,
  except: ReadonlySet<number>,
): Candidate[] {
  const best = new Map<number, Candidate>();
  let left = MOST_PLACES;
  for (const { weight, places } of heaviestFirst) {
    // What is still to come holds no more than these words: enough better ones end the search.
    if ([...best.values()].filter(candidate => candidate.weight > weight).length >= limit) break;
    const alike = places(Math.min(left, MOST_ALIKE));
    left -= alike.length;
    const equal = new Set<number>();
    for (const place of newestFirst(view, alike)) {
      if (equal.size >= limit) break;
      if (except.has(place.cluster)) continue;
      const candidate = readCandidate(view, place, terms, 1);
      // A word that reaches over the end of a sentence is in neither.
      if (!candidate) continue;
      const known = best.get(candidate.cluster);
      if (!known || better(candidate, known) < 0) best.set(candidate.cluster, candidate);
      if (candidate.weight >= weight) equal.add(candidate.cluster);
    }
  }
  return [...best.values()].sort(better).slice(0, limit);
}
