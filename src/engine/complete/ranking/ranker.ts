/**
 * A small ensemble of regression trees that says how probable it is that a candidate is what the writer will type: gradient
 * boosting of the logistic loss (Friedman 2001). Trained by `npm run train` on held-out articles.
 */
export interface RankerWeights {
  /** What the trees are about, in the order of the rows. */
  readonly features: readonly string[];
  readonly base: number;
  /** For each feature the thresholds the trees choose among. */
  readonly thresholds: readonly (readonly number[])[];
  /**
   * The trees one after the other in pre-order, base64 of little-endian Int16: a split is `feature, threshold`
   * (index), its left side (value <= threshold) follows at once, then its right; a leaf is `-1, value × 4096`.
   */
  readonly trees: string;
  readonly treeCount: number;
}

/** Gives the probability of the candidate whose features are that row of a table of rows. */
export type Ranker = (rows: Float32Array, row: number) => number;

/**
 * Unpacks the weights into flat arrays. Throws where they are for features that the engine does not compute, or damaged.
 *
 * @param names of the features in a row
 */
export function createRanker(weights: RankerWeights, names: readonly string[]): Ranker {
  const columns = columnsOf(weights, names);
  const features = names.length;
  const packed = decodeInt16(weights.trees);
  const nodes = packed.length / 2;
  // Three numbers a node, side by side in memory: its column, -1: a leaf; threshold or value; where its right side is.
  const table = new Int32Array(nodes * 3);
  const values = new Float32Array(table.buffer);
  const roots: number[] = [];
  let at = 0;
  const unpack = (): void => {
    const node = at++;
    const feature = packed[node * 2]!;
    const second = packed[node * 2 + 1]!;
    const isLeaf = feature < 0;
    table[node * 3] = isLeaf ? -1 : columns[feature]!;
    values[node * 3 + 1] = isLeaf ? second / 4096 : weights.thresholds[feature]![second]!;
    if (isLeaf) return;
    unpack();
    table[node * 3 + 2] = at * 3;
    unpack();
  };
  for (let tree = 0; tree < weights.treeCount; tree++) {
    roots.push(at * 3);
    unpack();
  }
  return (rows, row) => {
    const base = row * features;
    let score = weights.base;
    for (let tree = 0; tree < roots.length; tree++) {
      let node = roots[tree]!;
      for (let column = table[node]!; column >= 0; column = table[node]!)
        node = rows[base + column]! <= values[node + 1]! ? node + 3 : table[node + 2]!;
      score += values[node + 1]!;
    }
    return 1 / (1 + Math.exp(-score));
  };
}

/** Where the features that the weights are for stand in a row. */
function columnsOf({ features, thresholds }: RankerWeights, names: readonly string[]): readonly number[] {
  const columns = (features ?? []).map(name => names.indexOf(name));
  const wrong = columns.indexOf(-1);
  if (wrong < 0 && columns.length > 0 && thresholds.length === columns.length) return columns;
  throw new Error(
    `The weights of the ranker are for ${features?.length ?? 'unnamed'} features, the engine computes ${names.length}: ` +
      `number ${wrong + 1} is “${features?.[wrong] ?? 'none'}” there, and unknown here. ` +
      'Train new weights (npm run train), or take those that belong to this version.',
  );
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Every new view of the corpus unpacks its weights: by a table, for a search in the alphabet took as long as all the rest. */
function decodeInt16(base64: string): Int16Array {
  const sixOf = new Int8Array(128).fill(-1);
  for (let six = 0; six < 64; six++) sixOf[ALPHABET.charCodeAt(six)] = six;
  const values = new Int16Array((base64.length * 3) >> 3);
  let filled = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < base64.length; i++) {
    const six = sixOf[base64.charCodeAt(i)]!;
    if (six < 0) break; // the padding
    held = (held << 6) | six;
    bits += 6;
    if (bits < 16) continue;
    bits -= 16;
    const bigEndian = held >> bits;
    held &= (1 << bits) - 1;
    values[filled++] = ((bigEndian & 0xff) << 8) | ((bigEndian >> 8) & 0xff);
  }
  return values.subarray(0, filled);
}
