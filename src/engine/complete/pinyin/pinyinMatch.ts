import { pinyin } from 'pinyin-pro';
import { isHan } from '../../text/han';
import { type FuzzyPair, fuzzySpellings } from './fuzzyPinyin';

/** Tells what letters stand for. It remembers how characters are read: every candidate is spelled at every key. */
export interface PinyinMatcher {
  /** All toneless readings of a character, `ü` as `v`, üe also as `ue`: 行 → xing, hang, heng; 略 → lve, lue. Empty for what is not Chinese. */
  readings(character: string): readonly string[];
  /** The readings as they may be spelled by someone who takes the sounds of `fuzzy` for each other. */
  spellings(character: string, fuzzy: readonly FuzzyPair[]): readonly string[];
  /**
   * How many characters of `text` the letters stand for, or 0 if they do not fit. Each syllable may be typed whole, by
   * its initial (also zh, ch, sh), or, the last one, in part: 守初心 fits `scx`, `shouchuxin`, `shoucx`, `shouch`.
   *
   * @param fuzzy sounds to take for each other
   */
  match(text: string, letters: string, fuzzy: readonly FuzzyPair[]): number;
}

/** It remembers the readings of the characters that it was asked about. */
export function createPinyinMatcher(): PinyinMatcher {
  const read = new Map<string, readonly string[]>();
  const spelled = new WeakMap<readonly FuzzyPair[], Map<string, readonly string[]>>();

  const readings = (character: string) => remembered(read, character, readingsOf);
  const spellings = (character: string, fuzzy: readonly FuzzyPair[]): readonly string[] => {
    if (fuzzy.length === 0) return readings(character);
    const known = spelled.get(fuzzy) ?? new Map<string, readonly string[]>();
    spelled.set(fuzzy, known);
    return remembered(known, character, () => readings(character).flatMap(reading => fuzzySpellings(reading, fuzzy)));
  };
  const matchFrom = (text: string, at: number, letters: string, used: number, fuzzy: readonly FuzzyPair[]): number => {
    if (used === letters.length) return at;
    if (at >= text.length) return 0;
    for (const spelling of spellings(text[at]!, fuzzy)) {
      for (const length of syllableLengths(spelling, letters, used)) {
        const end = matchFrom(text, at + 1, letters, used + length, fuzzy);
        if (end > 0) return end;
      }
    }
    return 0;
  };
  return { readings, spellings, match: (text, letters, fuzzy) => matchFrom(text, 0, letters, 0, fuzzy) };
}

function remembered<Value>(known: Map<string, Value>, key: string, find: (key: string) => Value): Value {
  const value = known.get(key) ?? find(key);
  known.set(key, value);
  return value;
}

function readingsOf(character: string): readonly string[] {
  if (!isHan(character.charCodeAt(0))) return [];
  const all = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true });
  const spelled = all.filter(reading => /^[a-z]+$/.test(reading));
  return [...new Set(spelled.flatMap(reading => [reading, reading.replace(/^([ln])ve$/, '$1ue')]))];
}

/** By how many of the letters a syllable can be meant, longest first. */
function syllableLengths(spelling: string, letters: string, used: number): number[] {
  const lengths: number[] = [];
  let common = 0;
  while (common < spelling.length && letters[used + common] === spelling[common]) common++;
  const isLast = used + common === letters.length;
  if (common === spelling.length || (isLast && common > 0)) lengths.push(common);
  const initial = /^[zcs]h/.test(spelling) ? 2 : 1;
  if (initial === 2 && common >= 2 && !lengths.includes(2)) lengths.push(2);
  if (common >= 1 && !lengths.includes(1)) lengths.push(1);
  return lengths;
}
