import type { BlockSegment } from '../../index/blocks/blockSegment';
import { addPages, wordingNeeds, wordsNeeds } from '../../index/blocks/needs';
import { normalisePhrase } from '../../passages/normalisePhrase';
import { readOfLayout, surroundings, visitOccurrences } from '../../passages/occurrences';
import type { NeedsOf } from '../../passages/search/searchNeeds';
import { REACH, weighedWords } from './company';

/**
 * What `collocates` needs of libraries that are read on demand: where the word stands, the text around some of its places; and, to be asked when that
 * is here of all of them, where the words around it stand, whose frequencies are weighed against its own.
 *
 * @param partial all layouts that are asked
 */
export function collocateNeeds(partial: readonly BlockSegment[], typed: string): [places: NeedsOf, words: NeedsOf] {
  const node = normalisePhrase(typed);
  const read = readOfLayout(partial.length);
  let words: string[] | undefined;
  return [
    segment => {
      const needs = wordingNeeds(segment, node);
      if (needs.size > 0 || node === '') return needs;
      visitOccurrences([segment], node, read, (_, position) => {
        const [start, end] = surroundings(segment, position, node.length + REACH);
        addPages(needs, segment, start, end - start);
      });
      return needs;
    },
    segment => {
      words ??= weighedWords(partial, node);
      return wordsNeeds(segment, words);
    },
  ];
}
