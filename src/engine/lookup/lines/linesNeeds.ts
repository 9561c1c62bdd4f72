import type { BlockSegment } from '../../index/blocks/blockSegment';
import { addPages } from '../../index/blocks/needs';
import { byAge, type DatedOccurrence } from '../../passages/countArticles';
import { filterNeeds } from '../../passages/lens/filterNeeds';
import { lazilyFiltered } from '../../passages/lens/lazyFilter';
import { isFiltering } from '../../passages/lens/lens';
import type { NeedsOf } from '../../passages/search/searchNeeds';
import { matchPattern, parseGapPattern } from '../query/gapPattern';
import { patternNeeds } from '../query/patternNeeds';
import type { Query } from '../query/query';

/** What is looked for, and in which articles. */
type Asked = Pick<Query, 'words' | 'filter'>;

/** Places whose text is read of one layout: more than a screen shows. Those beyond are counted, and shown when their text is here anyway. */
const MOST_READ = 100;
/** As concordance looks at. */
const MOST_PLACES = 1024;
/** Which paragraph a place is in tells the text before it; of a book so much is not fetched for that. Code units. */
const MOST_BEFORE = 200_000;
/** A sentence goes no further. */
const BEHIND = 300;

/**
 * What the lines of a wording, or of a pattern, need of a library that is read on demand: the blocks it stands in, which are its sorted lines without
 * what is to the left; what a filter has to know; then the text of the newest of them, from the beginning of their articles on, and what those
 * are. `layouts`: how many are asked.
 */
export function linesNeeds(asked: Asked, layouts = 1): NeedsOf {
  return segment => {
    const { needs, places } = wantedPlaces(segment, asked, MOST_PLACES, layouts);
    if (needs.size > 0) return needs;
    for (const { position } of places.slice(0, MOST_READ)) {
      const article = segment.articleAt(position);
      const start = segment.articleStart(article);
      if (position - start > MOST_BEFORE) continue;
      addPages(needs, segment, start, position + BEHIND - start);
      addMeta(needs, segment, article);
    }
    return needs;
  };
}

/** Pages of metadata that are read of one layout to say who has used a wording. */
const MOST_METAS = 300;

/** What the history of a wording needs: where it stands, and what those articles are, the newest and the oldest of them before others. */
export function historyNeeds(asked: Asked, most: number, layouts = 1): NeedsOf {
  return segment => {
    const { needs, places } = wantedPlaces(segment, asked, most, layouts);
    if (needs.size > 0) return needs;
    for (let i = 0; i < places.length && needs.size < MOST_METAS; i++) {
      const place = i % 2 === 0 ? places[i >> 1] : places[places.length - 1 - (i >> 1)];
      addMeta(needs, segment, segment.articleAt(place!.position));
    }
    return needs;
  };
}

/** The places of a pattern in articles that are wanted, the newest first; or what is needed to know them. */
function wantedPlaces(
  segment: BlockSegment,
  { words, filter }: Asked,
  most: number,
  layouts: number,
): { needs: Set<number>; places: DatedOccurrence[] } {
  const pattern = parseGapPattern(words);
  const needs = patternNeeds(segment, pattern, layouts);
  if (needs.size > 0) return { needs, places: [] };
  const unfiltered = matchPattern([segment], pattern, Math.ceil(most / layouts), layouts).matches.map(
    ({ start }) => start,
  );
  const ofFilter = filterNeeds(segment, filter, unfiltered, layouts);
  if (ofFilter.size > 0 || !isFiltering(filter)) return { needs: ofFilter, places: dated(segment, unfiltered) };
  const wanted = lazilyFiltered(segment, filter);
  return {
    needs: ofFilter,
    places: dated(
      segment,
      unfiltered.filter(position => !wanted.isDead(segment.articleAt(position))),
    ),
  };
}

const dated = (segment: BlockSegment, positions: readonly number[]): DatedOccurrence[] =>
  positions
    .map(position => ({ segment: 0, position, date: segment.packedDate(segment.articleAt(position)) }))
    .sort(byAge);

function addMeta(needs: Set<number>, segment: BlockSegment, article: number): void {
  const piece = segment.metaPiece(article);
  if (!segment.local.has(piece)) needs.add(piece);
}
