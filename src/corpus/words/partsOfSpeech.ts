import { readFileSync } from 'node:fs';
import { isPersonShaped } from '../../engine/skeleton/tagger/forms/personShape';
import { dictionaryFile } from './dictionaryFile';
import { loadTags } from './loadTags';
import { loadTagger } from './segmenter';

/** Parts of speech of words, and the characters of given names, by jieba's dictionary. */
export interface PartsOfSpeech {
  /** Its letters (`v`, `ns`, `nr`); empty for a word that the dictionary does not have. */
  tagOf(word: string): string;
  /** How much likelier a character is in a given name than in other words, as a natural logarithm; 0 where nothing is known. */
  givenOdds(character: string): number;
}

let loaded: PartsOfSpeech | undefined;

/** Those of nodejieba's dictionary, read when first asked for; where it is not there, what jieba-wasm says of single words. */
export function partsOfSpeech(): PartsOfSpeech {
  loaded ??= ofDictionary() ?? ofLibrary();
  return loaded;
}

function ofDictionary(): PartsOfSpeech | null {
  try {
    const givenOdds = givenNames(readFileSync(dictionaryFile('jieba.dict.utf8'), 'utf8'));
    const tagOf = loadTags();
    return { tagOf: word => tagOf(word) ?? '', givenOdds };
  } catch {
    return null;
  }
}

function ofLibrary(): PartsOfSpeech {
  const tag = loadTagger();
  return {
    tagOf(word) {
      const found = tag(word);
      return found === 'x' ? '' : found;
    },
    givenOdds: () => 0,
  };
}

/** Seen less often than this, a character tells little. */
const NAME_PRIOR = 0.5;
const WORD_PRIOR = 2;

/** Of the lines `word frequency tag` of a dictionary: {@link PartsOfSpeech.givenOdds} by its names of three characters. */
export function givenNames(dictionary: string): PartsOfSpeech['givenOdds'] {
  const given = new Map<string, number>();
  const others = new Map<string, number>();
  let [givenSum, otherSum] = [0, 0];
  for (const line of dictionary.split('\n')) {
    const [word = '', , tag = ''] = line.trimEnd().split(' ');
    if (!tag.startsWith('nr')) {
      for (const character of word) others.set(character, (others.get(character) ?? 0) + 1);
      otherSum += word.length;
    } else if (tag === 'nr' && word.length === 3 && isPersonShaped(word)) {
      for (const character of word.slice(1)) given.set(character, (given.get(character) ?? 0) + 1);
      givenSum += word.length - 1;
    }
  }
  return character =>
    Math.log(((given.get(character) ?? 0) + NAME_PRIOR) / (givenSum + NAME_PRIOR)) -
    Math.log(((others.get(character) ?? 0) + WORD_PRIOR) / (otherSum + WORD_PRIOR));
}
