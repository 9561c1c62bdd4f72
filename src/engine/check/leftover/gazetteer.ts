/** The names of provinces, cities and counties that there are: data from outside the engine. */
export interface Gazetteer {
  /** Is it the full name of one, with its rank: 安吉县? */
  has(name: string): boolean;
}

/** Knows no place. */
export const NO_GAZETTEER: Gazetteer = { has: () => false };

/** Ranks of places, highest first. */
export const LEVEL_OF: Readonly<Record<string, number>> = {
  省: 1,
  市: 2,
  州: 2,
  盟: 2,
  县: 3,
  区: 3,
  旗: 3,
  镇: 4,
  乡: 4,
  村: 5,
};
