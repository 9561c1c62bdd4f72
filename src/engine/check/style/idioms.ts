/** The set expressions of the language, 成语: data from outside the engine. */
export interface Idioms {
  /** Is it one: 走马观花? */
  has(word: string): boolean;
}

/** Knows no idiom. */
export const NO_IDIOMS: Idioms = { has: () => false };
