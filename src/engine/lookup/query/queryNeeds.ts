import type { CorpusView, Segment } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import { metasOfLayout } from '../../passages/lens/filterNeeds';
import { isFiltering } from '../../passages/lens/lens';
import { layoutsOf, readOfLayout } from '../../passages/occurrences';
import { type NeedsOf, searchNeeds } from '../../passages/search/searchNeeds';
import { wordsOf } from '../../passages/search/searchTerms';
import type { CutWords } from '../../text/segmentWords';
import { linesNeeds } from '../lines/linesNeeds';
import { parseGapPattern } from './gapPattern';
import type { Query } from './query';

/** What a query needs of a library that is read on demand. `layouts`: how many are asked. */
export function queryNeeds(query: Query, cutWords: CutWords, layouts: number): NeedsOf {
  const { words, filter, hasGap } = query;
  return hasGap ? linesNeeds(query, layouts) : searchNeeds(words, cutWords, { filter, layouts });
}

/** Places of a wording that a search looks at, of all segments together. */
const MOST_PLACES = 1024;

/**
 * Does a query look at but some of the places in libraries that are read on demand? Then what it shows is not all there is: a pattern with gaps is
 * read place by place, and a filter leaves few of those that are looked at.
 */
export function isAskedInPart(view: CorpusView, { words, filter, hasGap }: Query): boolean {
  const layouts = layoutsOf(view);
  if (layouts === 0 || words === '' || !(hasGap || isFiltering(filter))) return false;
  const pieces = hasGap ? parseGapPattern(words) : wordsOf(words);
  const mostOf = (segment: Segment) =>
    Math.min(
      Math.ceil(MOST_PLACES / layouts),
      hasGap && pieces.length > 1 ? readOfLayout(layouts) : Infinity,
      isOfMetadata(segment, filter) ? metasOfLayout(layouts) : Infinity,
    );
  return view.some(
    segment =>
      segment.rangeOf && Math.min(...pieces.map(piece => countOccurrences([segment], piece))) > mostOf(segment),
  );
}

/** Does a filter ask for more than is known of every article? */
const isOfMetadata = (segment: Segment, { speakers, occasion, name }: Query['filter']): boolean =>
  Boolean(occasion || name || (speakers?.length && segment.knowsSpeakers === false));
