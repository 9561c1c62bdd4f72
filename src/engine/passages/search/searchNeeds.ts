import type { BlockSegment } from '../../index/blocks/blockSegment';
import { placesNeeds, wordsNeeds } from '../../index/blocks/needs';
import type { Segment } from '../../index/segment';
import type { CutWords } from '../../text/segmentWords';
import { filterNeeds } from '../lens/filterNeeds';
import { lazilyFiltered } from '../lens/lazyFilter';
import { type ArticleFilter, isFiltering } from '../lens/lens';
import { newestFirst } from './candidate';
import { proximityGroups } from './proximity';
import { alternatives, MOST_TERMS, termsOf, wordsOf } from './searchTerms';

/** Which pieces a question needs next of a library that is read on demand; to be asked again when they are here. */
export type NeedsOf = (segment: BlockSegment) => Set<number>;

/** Articles whose sentences are read: more than an answer shows. */
const MOST_READ = 40;
/** Of one combination of words so many places are sorted by age. */
const MOST_ALIKE = 300;

/** Combinations of words that are filtered. */
const MOST_GROUPS = 4;

/** What `search` needs: where the words stand, then the text where they stand together. Of a word that is in very many places a sample is looked at. */
export function searchNeeds(
  query: string,
  cutWords: CutWords,
  { filter = {}, layouts = 1 }: { readonly filter?: ArticleFilter; readonly layouts?: number } = {},
): NeedsOf {
  const typed = wordsOf(query);
  const words = new Set([...typed, ...typed.flatMap(word => [...cutWords(word)])]);
  return segment => {
    const needs = wordsNeeds(segment, words);
    if (needs.size > 0) return needs;
    const lists = alternatives([segment], query, cutWords);
    if (!isFiltering(filter))
      return placesNeeds(
        segment,
        lists.flatMap(list => likelyPlaces(segment, list)),
      );
    const judged = filterNeeds(
      segment,
      filter,
      lists.flatMap(list => nearPlaces(segment, list)),
      layouts,
    );
    if (judged.size > 0) return judged;
    const wanted = lazilyFiltered(segment, filter);
    return placesNeeds(
      segment,
      lists.flatMap(list => likelyPlaces(wanted, list)),
    );
  };
}

/** What is needed to find sentences with some of the words. */
export const looseNeeds =
  (words: readonly string[]): NeedsOf =>
  segment => {
    const needs = wordsNeeds(segment, words);
    return needs.size > 0 ? needs : placesNeeds(segment, likelyPlaces(segment, words));
  };

/** Where a search of the words looks first: the heaviest combinations, of each the newest articles. */
function likelyPlaces(segment: Segment, words: readonly string[]): number[] {
  const view = [segment];
  const terms = termsOf(view, words).slice(0, MOST_TERMS);
  const places = new Map<number, number>();
  for (const group of proximityGroups(view, terms))
    for (const { cluster, position } of newestFirst(view, group.places(MOST_ALIKE))) {
      if (places.size >= MOST_READ) return [...places.values()];
      if (!places.has(cluster)) places.set(cluster, position);
    }
  return [...places.values()];
}

/** Places of the heaviest combinations, among which a filter leaves some. */
function nearPlaces(segment: BlockSegment, words: readonly string[]): number[] {
  const view = [segment];
  const groups = proximityGroups(view, termsOf(view, words).slice(0, MOST_TERMS));
  return groups.slice(0, MOST_GROUPS).flatMap(group => group.places(MOST_ALIKE).map(({ position }) => position));
}
