import type { CountedPhrase } from '../index/segment';
import { matchPinyin, readings } from './pinyinMatch';

/** The phrases that recur in the corpus, found by their sound. */
export interface PhraseTable {
  /** Phrases whose beginning, or all, the letters stand for: whole matches first, then by what they save. */
  find(letters: string, limit: number, fuzzy: boolean): CountedPhrase[];
}

/** Groups the phrases by their first character, so that a look-up tests a few hundred readings and few phrases. */
export function createPhraseTable(phrases: Iterable<CountedPhrase>): PhraseTable {
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
      const found: { phrase: CountedPhrase; whole: boolean; worth: number }[] = [];
      for (const [first, group] of groups) {
        if (!maybe(first, letters, fuzzy)) continue;
        for (const phrase of group) {
          const characters = matchPinyin(phrase.text.replaceAll('、', ''), letters, fuzzy);
          if (characters === 0) continue;
          const whole = characters === phrase.text.length;
          found.push({ phrase, whole, worth: phrase.count * (phrase.text.length - 1) });
        }
      }
      found.sort((a, b) => Number(b.whole) - Number(a.whole) || b.worth - a.worth);
      return found.slice(0, limit).map(({ phrase }) => phrase);
    },
  };
}

/** Quick test: can a phrase with this first character fit? */
function maybe(first: string, letters: string, fuzzy: boolean): boolean {
  const letter = letters[0];
  return readings(first).some(
    reading => reading[0] === letter || (fuzzy && /^[ln]/.test(reading) && /[ln]/.test(letter ?? '')),
  );
}
