import { pinyin } from 'pinyin-pro';
import { isHan } from '../text/han';

/** Sounds that many writers do not tell apart. */
const FUZZY_INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^([zcs])h/, '$1'],
  [/^([zcs])(?!h)/, '$1h'],
  [/^n/, 'l'],
  [/^l/, 'n'],
];
const FUZZY_FINALS: readonly (readonly [RegExp, string])[] = [
  [/([aei])ng$/, '$1n'],
  [/([aei])n$/, '$1ng'],
];

const known = new Map<string, readonly string[]>();

/** All toneless readings of a character, `ü` as `v`: 行 → xing, hang, heng. Empty for what is not Chinese. */
export function readings(character: string): readonly string[] {
  let found = known.get(character);
  if (found === undefined) {
    const all = isHan(character.charCodeAt(0))
      ? pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true })
      : [];
    found = [...new Set(all.filter(reading => /^[a-z]+$/.test(reading)))];
    known.set(character, found);
  }
  return found;
}

function withFuzzy(reading: string): string[] {
  return variants(variants([reading], FUZZY_INITIALS), FUZZY_FINALS);
}

function variants(spellings: readonly string[], pairs: readonly (readonly [RegExp, string])[]): string[] {
  return spellings.flatMap(spelling => [
    spelling,
    ...pairs.filter(([pattern]) => pattern.test(spelling)).map(([pattern, other]) => spelling.replace(pattern, other)),
  ]);
}

/**
 * How many characters of `text` the letters stand for, or 0 if they do not fit. Each syllable may be typed whole, by
 * its initial (also zh, ch, sh), or, the last one, in part: 守初心 fits `scx`, `shouchuxin`, `shoucx`, `shouch`.
 *
 * @param fuzzy take z for zh, n for l, in for ing and the like
 */
export function matchPinyin(text: string, letters: string, fuzzy: boolean): number {
  return match(text, 0, letters, 0, fuzzy);
}

function match(text: string, at: number, letters: string, used: number, fuzzy: boolean): number {
  if (used === letters.length) return at;
  if (at >= text.length) return 0;
  for (const reading of readings(text[at]!)) {
    for (const spelling of fuzzy ? withFuzzy(reading) : [reading]) {
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
