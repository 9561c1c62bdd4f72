import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import { isFunctionWord } from '../../passages/functionWords';

/** What a mark weighs, and what a word that the corpus does not know does not exceed. */
const MARK_WEIGHT = 0.2;

/**
 * In a corpus of so many UTF-16 code units at least, no text weighs less than half a mark a character: a function word of two weighs as a mark, and no
 * content word of four makes up a thirtieth of it.
 */
const LARGE = 1_000_000;

/** How much words say: more, the rarer the corpus has them. */
export interface WordWeights {
  weightOf(word: string): number;
  /** No word weighs less that begins with the same two characters: that much is known without a look at the text. */
  leastWeight(word: string): number;
  /** No Chinese text weighs less a character, however it is cut. */
  readonly leastOfCharacter: number;
}

/** Each word is looked up once. */
export function wordWeights(view: CorpusView): WordWeights {
  const characters = view.reduce((sum, segment) => sum + segment.length, 0);
  const known = new Map<string, number>();
  const weightOf = (word: string): number => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const weight = isContent(word) ? Math.log1p(characters / (1 + countOccurrences(view, word))) / 8 : MARK_WEIGHT;
    known.set(word, weight);
    return weight;
  };
  const beginnings = new Map<string, number>();
  return {
    weightOf,
    leastOfCharacter: characters < LARGE ? 0 : MARK_WEIGHT / 2,
    leastWeight(word) {
      if (word.length <= 2 || !isContent(word)) return weightOf(word);
      const beginning = word.slice(0, 2);
      const before = beginnings.get(beginning);
      if (before !== undefined) return before;
      const weight = Math.log1p(characters / (1 + countOccurrences(view, beginning))) / 8;
      beginnings.set(beginning, weight);
      return weight;
    },
  };
}

/** A word with matter of its own. */
export const isContent = (word: string): boolean => /[\p{L}\p{N}]/u.test(word) && !isFunctionWord(word);
