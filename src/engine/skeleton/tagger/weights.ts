import packed from './weights.json';

/** What each sign is worth, learned from speeches marked by hand (`npm run tagger`). */
export type TaggerWeights = Readonly<Record<string, number>>;

/** Weights in hundredths, by the last word of their sign below the words before it: thousands of signs begin alike. */
export type PackedWeights = Readonly<Record<string, Readonly<Record<string, number>>>>;

export function packWeights(weights: TaggerWeights): PackedWeights {
  const rows: Record<string, Record<string, number>> = {};
  for (const [sign, weight] of Object.entries(weights)) {
    const cut = sign.lastIndexOf(' ');
    const [family, last] = cut < 0 ? [sign, ''] : [sign.slice(0, cut), sign.slice(cut + 1)];
    rows[family] ??= {};
    rows[family][last] = Math.round(100 * weight);
  }
  return rows;
}

const unpackWeights = (rows: PackedWeights): TaggerWeights =>
  Object.fromEntries(
    Object.entries(rows).flatMap(([family, row]) =>
      Object.entries(row).map(([last, weight]) => [last === '' ? family : `${family} ${last}`, weight / 100]),
    ),
  );

let shipped: TaggerWeights | undefined;

/** Those in the package. */
export function shippedWeights(): TaggerWeights {
  shipped ??= unpackWeights(packed as PackedWeights);
  return shipped;
}

type Kinds = ReadonlyMap<string, ReadonlyMap<string, number>>;
const sorted = new WeakMap<TaggerWeights, Kinds>();

/** Weights by kind and sign: signs are looked up without their kind, so that none has to be put together twice. Sorted once. */
export function weightsByKind(weights: TaggerWeights): Kinds {
  const known = sorted.get(weights);
  if (known) return known;
  const kinds = new Map<string, Map<string, number>>();
  for (const [sign, weight] of Object.entries(weights)) {
    const cut = sign.indexOf(':');
    const kind = sign.slice(0, cut);
    if (!kinds.has(kind)) kinds.set(kind, new Map());
    kinds.get(kind)!.set(sign.slice(cut + 1), weight);
  }
  sorted.set(weights, kinds);
  return kinds;
}
