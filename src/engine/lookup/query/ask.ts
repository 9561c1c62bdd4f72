import type { CorpusView } from '../../index/segment';
import { sentenceAt } from '../../passages/passage';
import { newestFirst } from '../../passages/search/candidate';
import { type Hit, hitOf } from '../../passages/search/hit';
import { search } from '../../passages/search/search';
import type { CutWords } from '../../text/segmentWords';
import { type GapPattern, matchPattern, parseGapPattern } from './gapPattern';
import type { Query } from './query';

/** Places of a pattern with gaps that are looked at. */
const MOST_PLACES = 1500;

/**
 * The sentences that answer a query, best first; `view` is the one that its filter leaves. Exact wording keeps out what has the words
 * scattered, a star asks for a pattern with gaps.
 */
export function ask(view: CorpusView, query: Query, limit: number, cutWords: CutWords): Hit[] {
  if (query.hasGap) return patternHits(view, parseGapPattern(query.words), limit);
  const hits = search(view, query.words, limit, cutWords);
  return query.isExact ? hits.filter(({ isScattered }) => !isScattered) : hits;
}

/** Newest first, each sentence once. */
function patternHits(view: CorpusView, pattern: GapPattern, limit: number): Hit[] {
  const { matches } = matchPattern(view, pattern, MOST_PLACES);
  const ends = new Map(matches.map(({ segment, start, end }) => [`${segment} ${start}`, end]));
  const places = matches.map(({ segment, start }) => ({ segment, position: start }));
  const sentences = new Set<string>();
  const hits: Hit[] = [];
  for (const { segment: number, position } of newestFirst(view, places)) {
    if (hits.length >= limit) break;
    const segment = view[number]!;
    const end = ends.get(`${number} ${position}`)!;
    const { start, end: sentenceEnd } = sentenceAt(segment, position, end - position);
    const sentence = segment.slice(start, sentenceEnd);
    if (sentences.has(sentence)) continue;
    sentences.add(sentence);
    hits.push(hitOf(view, { segment: number, start, sentence, words: [segment.slice(position, end)] }, []));
  }
  return hits;
}
