import type { CountedPhrase } from '../../index/segment';
import type { FuzzyPair } from './fuzzyPinyin';
import type { PinyinMatcher } from './pinyinMatch';

/** The phrases that recur in the corpus, found by their sound. */
export interface PhraseTable {
  /**
   * Phrases whose beginning, or all, the letters stand for: first what they spell exactly, then what only sounds alike;
   * of each whole matches first, then by what they save.
   */
  find(letters: string, limit: number, fuzzy: readonly FuzzyPair[]): CountedPhrase[];
}

/** Groups the phrases by their first character, so that a look-up tests a few hundred readings and few phrases. */
export function createPhraseTable(phrases: Iterable<CountedPhrase>, pinyin: PinyinMatcher): PhraseTable {
  const counts = new Map<string, number>();
  for (const { text, count } of phrases) counts.set(text, (counts.get(text) ?? 0) + count);
  const groups = new Map<string, CountedPhrase[]>();
  for (const [text, count] of counts) {
    const first = text[0]!;
    const group = groups.get(first);
    if (group) group.push({ text, count });
    else groups.set(first, [{ text, count }]);
  }
  return {
    find(letters, limit, fuzzy) {
      const found: { phrase: CountedPhrase; exact: boolean; whole: boolean; worth: number }[] = [];
      for (const [first, group] of groups) {
        if (!pinyin.spellings(first, fuzzy).some(spelling => spelling[0] === letters[0])) continue;
        for (const phrase of group) {
          const spoken = phrase.text.replaceAll('、', '');
          const exactly = pinyin.match(spoken, letters, []);
          const characters = exactly > 0 || fuzzy.length === 0 ? exactly : pinyin.match(spoken, letters, fuzzy);
          if (characters === 0) continue;
          const whole = characters === spoken.length;
          found.push({ phrase, exact: exactly > 0, whole, worth: phrase.count * (phrase.text.length - 1) });
        }
      }
      found.sort((a, b) => Number(b.exact) - Number(a.exact) || Number(b.whole) - Number(a.whole) || b.worth - a.worth);
      return found.slice(0, limit).map(({ phrase }) => phrase);
    },
  };
}
