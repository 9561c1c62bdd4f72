/** Pairs of sounds that many writers do not tell apart, by the names they have in settings. */
export const FUZZY_PAIRS = ['z-zh', 'c-ch', 's-sh', 'n-l', 'r-l', 'f-h', 'an-ang', 'en-eng', 'in-ing'] as const;
/** One of `FUZZY_PAIRS`. */
export type FuzzyPair = (typeof FUZZY_PAIRS)[number];

/** How a syllable with the one sound is spelled with the other. */
type Exchange = readonly [pattern: RegExp, other: string];

const INITIALS: Readonly<Partial<Record<FuzzyPair, readonly [Exchange, Exchange]>>> = {
  'z-zh': [
    [/^zh/, 'z'],
    [/^z(?!h)/, 'zh'],
  ],
  'c-ch': [
    [/^ch/, 'c'],
    [/^c(?!h)/, 'ch'],
  ],
  's-sh': [
    [/^sh/, 's'],
    [/^s(?!h)/, 'sh'],
  ],
  'n-l': [
    [/^n/, 'l'],
    [/^l/, 'n'],
  ],
  'r-l': [
    [/^r/, 'l'],
    [/^l/, 'r'],
  ],
  'f-h': [
    [/^f/, 'h'],
    [/^h/, 'f'],
  ],
};

const FINALS: Readonly<Partial<Record<FuzzyPair, readonly [Exchange, Exchange]>>> = {
  'an-ang': [
    [/an$/, 'ang'],
    [/ang$/, 'an'],
  ],
  'en-eng': [
    [/en$/, 'eng'],
    [/eng$/, 'en'],
  ],
  'in-ing': [
    [/in$/, 'ing'],
    [/ing$/, 'in'],
  ],
};

/**
 * The spellings a syllable has for someone who mixes up these pairs, its own first. With n-l and in-ing `ling` →
 * `ling`, `ning`, `lin`, `nin`.
 */
export function fuzzySpellings(syllable: string, pairs: readonly FuzzyPair[]): readonly string[] {
  return pairs.length === 0 ? [syllable] : exchanged(exchanged([syllable], pairs, INITIALS), pairs, FINALS);
}

/** Those of the names that are pairs of sounds; whatever else was sent is left out. */
export function fuzzyPairs(names: unknown): readonly FuzzyPair[] {
  return Array.isArray(names) ? FUZZY_PAIRS.filter(pair => names.includes(pair)) : [];
}

function exchanged(spellings: readonly string[], pairs: readonly FuzzyPair[], sounds: typeof INITIALS): string[] {
  const exchanges = pairs.flatMap(pair => sounds[pair] ?? []);
  return spellings.flatMap(spelling => [
    spelling,
    ...exchanges.flatMap(([pattern, other]) => (pattern.test(spelling) ? [spelling.replace(pattern, other)] : [])),
  ]);
}
