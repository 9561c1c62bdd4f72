import type { BlockSegment } from '../../index/blocks/blockSegment';
import { addPages, wordingNeeds } from '../../index/blocks/needs';
import { byAge, type DatedOccurrence } from '../../passages/countArticles';
import { normalisePhrase } from '../../passages/normalisePhrase';
import { visitOccurrences } from '../../passages/occurrences';
import type { NeedsOf } from '../../passages/searchNeeds';

/** Places whose text is read of one layout: more than a screen shows. Those beyond are counted, and shown when their text is here anyway. */
const MOST_READ = 100;
/** As concordance looks at. */
const MOST_PLACES = 1024;
/** Which paragraph a place is in tells the text before it; of a book so much is not fetched for that. Code units. */
const MOST_BEFORE = 200_000;
/** A sentence goes no further. */
const BEHIND = 300;

/**
 * What the lines of a wording need of a library that is read on demand: the blocks it stands in, which are its sorted lines without what is to
 * the left; then the text of the newest of them, from the beginning of their articles on, and what those are.
 */
export function linesNeeds(typed: string): NeedsOf {
  const wording = normalisePhrase(typed);
  return segment => {
    const needs = wordingNeeds(segment, wording);
    if (needs.size > 0) return needs;
    for (const { position } of datedPlaces(segment, wording, MOST_PLACES).slice(0, MOST_READ)) {
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
export function historyNeeds(typed: string, most: number): NeedsOf {
  const wording = normalisePhrase(typed);
  return segment => {
    const needs = wordingNeeds(segment, wording);
    if (needs.size > 0) return needs;
    const places = datedPlaces(segment, wording, most);
    for (let i = 0; i < places.length && needs.size < MOST_METAS; i++) {
      const place = i % 2 === 0 ? places[i >> 1] : places[places.length - 1 - (i >> 1)];
      addMeta(needs, segment, segment.articleAt(place!.position));
    }
    return needs;
  };
}

/** Living ones, the newest first. */
function datedPlaces(segment: BlockSegment, wording: string, most: number): DatedOccurrence[] {
  const places: DatedOccurrence[] = [];
  visitOccurrences([segment], wording, most, (_, position) => {
    const article = segment.articleAt(position);
    if (!segment.isDead(article)) places.push({ segment: 0, position, date: segment.packedDate(article) });
  });
  return places.sort(byAge);
}

function addMeta(needs: Set<number>, segment: BlockSegment, article: number): void {
  const piece = segment.metaPiece(article);
  if (!segment.local.has(piece)) needs.add(piece);
}
