import { pinyin } from 'pinyin-pro';
import { isHan } from '../../text/han';
import { type FuzzyPair, fuzzySpellings } from './fuzzyPinyin';

const known = new Map<string, readonly string[]>();

/** All toneless readings of a character, `ü` as `v`, üe also as `ue`: 行 → xing, hang, heng; 略 → lve, lue. Empty for what is not Chinese. */
export function readings(character: string): readonly string[] {
  let found = known.get(character);
  if (found === undefined) {
    const all = isHan(character.charCodeAt(0))
      ? pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true })
      : [];
    const spelled = all.filter(reading => /^[a-z]+$/.test(reading));
    found = [...new Set(spelled.flatMap(reading => [reading, reading.replace(/^([ln])ve$/, '$1ue')]))];
    known.set(character, found);
  }
  return found;
}

/**
 * How many characters of `text` the letters stand for, or 0 if they do not fit. Each syllable may be typed whole, by
 * its initial (also zh, ch, sh), or, the last one, in part: 守初心 fits `scx`, `shouchuxin`, `shoucx`, `shouch`.
 *
 * @param fuzzy sounds to take for each other
 */
export function matchPinyin(text: string, letters: string, fuzzy: readonly FuzzyPair[]): number {
  return match(text, 0, letters, 0, fuzzy);
}

function match(text: string, at: number, letters: string, used: number, fuzzy: readonly FuzzyPair[]): number {
  if (used === letters.length) return at;
  if (at >= text.length) return 0;
  for (const reading of readings(text[at]!)) {
    for (const spelling of fuzzySpellings(reading, fuzzy)) {
      for (const length of syllableLengths(spelling, letters, used)) {
        const end = match(text, at + 1, letters, used + length, fuzzy);
        if (end > 0) return end;
      }
    }
  }
  return 0;
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
