import type { CorpusView } from '../../index/segment';
import { countOccurrences } from '../../index/suffixes/suffixRange';
import { engineLimits } from '../../limits';
import { isHan } from '../../text/han';
import type { CutWords } from '../../text/segmentWords';
import { isFunctionWord } from '../functionWords';
import { normalisePhrase } from '../normalisePhrase';
import type { Term } from './proximity';

/** The combinations of words are numbered in one byte. */
export const MOST_TERMS = 8;

/**
 * The word lists a query stands for, the most literal first.
 * `乡村振兴 干部` → both words; `乡村振兴干部队伍` → the whole, then 乡村, 振兴, 干部, 队伍.
 * A word that the corpus does not have as written is cut where it stands among others.
 */
export function alternatives(view: CorpusView, query: string, cutWords: CutWords): string[][] {
  const words = wordsOf(query);
  const isKnown = (word: string) => countOccurrences(view, word) > 0;
  const pieces = words.flatMap(word => (words.length > 1 && isKnown(word) ? [word] : cut(word, cutWords)));
  const whole = words.length === 1 && isKnown(words[0]!) ? [words] : [];
  const isSame = words.length === 1 && pieces.length === 1 && pieces[0] === words[0];
  return [...whole, ...(isSame && whole.length > 0 ? [] : [distinct(pieces)])];
}

/** The words of a query as they are typed: `乡村振兴 干部` → 乡村振兴, 干部. */
export function wordsOf(query: string): string[] {
  return query.slice(0, engineLimits.query).split(/\s+/).map(normalisePhrase).filter(Boolean);
}

/** Those of the words that the corpus has, the rarest first. */
export function termsOf(view: CorpusView, words: readonly string[]): Term[] {
  const characters = view.reduce((sum, segment) => sum + segment.length, 0);
  return words
    .map(word => ({ word, occurrences: countOccurrences(view, word) }))
    .filter(({ occurrences }) => occurrences > 0)
    .map(({ word, occurrences }) => ({ word, weight: Math.log1p(characters / occurrences) }))
    .sort((a, b) => b.weight - a.weight);
}

/** Content words only, unless there is nothing else. */
function cut(word: string, cutWords: CutWords): readonly string[] {
  const pieces = cutWords(word).filter(piece => /[\p{L}\p{N}]/u.test(piece));
  const content = pieces.filter(piece => !isFunctionWord(piece) && (piece.length > 1 || isHan(piece.charCodeAt(0))));
  return content.length > 0 ? content : pieces;
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].slice(0, MOST_TERMS);
}
