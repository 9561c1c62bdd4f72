import type { BlockSegment } from '../../engine/index/blocks/blockSegment';
import { parseQuery } from '../../engine/lookup/query/query';
import { searchHits } from '../../engine/lookup/query/searchHits';
import { findPassages } from '../../engine/passages/findPassages';
import type { Hit } from '../../engine/passages/hit';
import { normalisePhrase } from '../../engine/passages/normalisePhrase';
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
export function lookUp(scope: SearchScope, { words, limit, textDocument }: LookUpParams): LookUpHit[] {
  const query = parseQuery(words);
  const options = {
    limit: Math.min(limit, MOST),
    wordings: query.hasGap || query.isExact ? [] : scope.spelledBy(query.words),
    cutWords,
    preference: scope.preferenceIn(textDocument?.uri),
  };
  return searchHits(scope.viewOf(query.filter), query, options).map(hitMessage);
}

/** What was asked for, where it is one wording and nothing else; null: a library that is read on demand cannot tell. */
export function exactWording(typed: string): string | null {
  const { words, hasGap, filter } = parseQuery(typed);
  const isOne = words !== '' && !hasGap && !/\s/.test(words) && Object.keys(filter).length === 0;
  return isOne ? normalisePhrase(words) : null;
}

/** Sentences of libraries that are read on demand which have a wording letter for letter, the newest first. */
export function lookUpExactly(partial: readonly BlockSegment[], wording: string, limit: number): LookUpHit[] {
  if (limit <= 0) return [];
  return findPassages(partial, wording, Math.min(limit, MOST)).passages.map(passage => {
    const { before, match, after } = passage;
    const spans: [number, number][] = [[before.length, before.length + match.length]];
    return { ...passageMessage(passage), sentence: before + match + after, spans, isScattered: false };
  });
}

export function hitMessage(hit: Hit): LookUpHit {
  return {
    ...passageMessage(hit),
    sentence: hit.sentence,
    spans: hit.spans.map(([start, end]): [number, number] => [start, end]),
    isScattered: hit.isScattered,
  };
}
