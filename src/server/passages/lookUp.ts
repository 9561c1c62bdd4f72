import type { Query } from '../../engine/lookup/query/query';
import { searchHits } from '../../engine/lookup/query/searchHits';
import type { Hit } from '../../engine/passages/search/hit';
import { cutWords } from '../../engine/text/segmentWords';
import type { SearchScope } from '../lookup/searchScope';
import type { LookUpHit, LookUpParams } from '../protocol/passages';
import { passageMessage } from './passageRef';

/** No answer is longer, whatever is asked for. */
const MOST = 200;

/**
 * Sentences with the words, best first: as typed before scattered, then as `searchHits` ranks them. Letters also find the phrases that
 * they spell: `scx` → sentences with 守初心. Filters, exact wording and gaps as `parseQuery` reads them.
 */
export function lookUp(
  scope: SearchScope,
  query: Query,
  { limit, textDocument }: Pick<LookUpParams, 'limit' | 'textDocument'>,
): LookUpHit[] {
  const options = {
    limit: Math.min(limit, MOST),
    wordings: query.hasGap || query.isExact ? [] : scope.spelledBy(query.words),
    cutWords,
    preference: scope.preferenceIn(textDocument?.uri),
  };
  return searchHits(scope.viewOf(query.filter), query, options).map(hitMessage);
}

/** A sentence that was found, as client and server say it. */
export function hitMessage(hit: Hit): LookUpHit {
  return {
    ...passageMessage(hit),
    sentence: hit.sentence,
    spans: hit.spans.map(([start, end]): [number, number] => [start, end]),
    isScattered: hit.isScattered,
  };
}
