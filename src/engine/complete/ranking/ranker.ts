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

/** Gives the probabilities of the candidates whose features are the first `count` rows of a table. */
export type Ranker = (rows: Float32Array, count: number) => Float64Array;

/** Rows that go through the trees together: a bit each. */
const BLOCK = 32;

/**
 * Unpacks the weights into flat arrays. Throws where they are for features that the engine does not compute, or damaged.
 *
 * A tree is not walked for each row, which would be a guess at every split: all rows of a block fall through it at once, as a set of
 * bits. Which of them lie above a threshold is found once for all trees (Lucchese and others 2015 keep sets of leaves so, a row at a
 * time), and a side that no row falls to is passed over.
 *
 * @param names of the features in a row
 */
export function createRanker(weights: RankerWeights, names: readonly string[]): Ranker {
  const columns = columnsOf(weights, names);
  const width = names.length;
  const packed = decodeInt16(weights.trees);
  const nodes = packed.length / 2;
  const thresholds = Float32Array.from(weights.thresholds.flat());
  // Of each feature: where its thresholds begin among all.
  const from = new Int32Array(columns.length + 1);
  weights.thresholds.forEach(({ length }, feature) => {
    from[feature + 1] = from[feature]! + length;
  });
  // Of each node: its threshold, -1: a leaf; where its right side is, and where it ends; what a leaf adds.
  const asked = new Int32Array(nodes);
  const rights = new Int32Array(nodes);
  const ends = new Int32Array(nodes);
  const values = new Float64Array(nodes);
  const roots: number[] = [];
  let at = 0;
  const unpack = (): void => {
    const node = at++;
    const feature = packed[node * 2]!;
    const second = packed[node * 2 + 1]!;
    const isLeaf = feature < 0;
    asked[node] = isLeaf ? -1 : from[feature]! + second;
    if (isLeaf) values[node] = second / 4096;
    else {
      unpack();
      rights[node] = at;
      unpack();
    }
    ends[node] = at;
  };
  for (let tree = 0; tree < weights.treeCount; tree++) {
    roots.push(at);
    unpack();
  }
  /** Rows of the block above each threshold, and one place more; and rows that come to each node. */
  const above = new Int32Array(thresholds.length + 1);
  const arrived = new Int32Array(nodes);

  /** Fills `above`, feature by feature: a row is put behind the thresholds it lies above, and then counts for all before it. */
  function compare(rows: Float32Array, first: number, count: number): void {
    for (let feature = 0; feature < columns.length; feature++) {
      const least = from[feature]!;
      const end = from[feature + 1]!;
      above.fill(0, least, end + 1);
      let last = Number.NaN;
      let place = end;
      for (let row = 0, cell = first * width + columns[feature]!; row < count; row++, cell += width) {
        const value = rows[cell]!;
        if (value !== last) place = firstNotBelow(thresholds, value, least, end);
        last = value;
        above[place]! |= 1 << row;
      }
      for (let threshold = end - 1, bits = above[end]!; threshold >= least; threshold--) {
        const here = above[threshold]!;
        above[threshold] = bits;
        bits |= here;
      }
    }
  }

  /** Lets the rows of the block fall through the trees. */
  function addScores(scores: Float64Array, first: number, count: number): void {
    const all = count === BLOCK ? -1 : (1 << count) - 1;
    for (const root of roots) arrived[root] = all;
    for (let node = 0; node < nodes; ) {
      const here = arrived[node]!;
      const threshold = asked[node]!;
      if (here === 0) node = ends[node]!;
      else if (threshold < 0) {
        const value = values[node++]!;
        for (let left = here; left !== 0; left &= left - 1) scores[first + 31 - Math.clz32(left & -left)]! += value;
      } else {
        const right = here & above[threshold]!;
        arrived[rights[node]!] = right;
        arrived[++node] = here ^ right;
      }
    }
  }

  return (rows, count) => {
    const scores = new Float64Array(count).fill(weights.base);
    for (let first = 0; first < count; first += BLOCK) {
      const inBlock = Math.min(BLOCK, count - first);
      compare(rows, first, inBlock);
      addScores(scores, first, inBlock);
    }
    return scores.map(score => 1 / (1 + Math.exp(-score)));
  };
}

/** The first of some ascending thresholds that a value does not lie above; `end`: it lies above all. */
function firstNotBelow(thresholds: Float32Array, value: number, least: number, end: number): number {
  let low = least;
  let high = end;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value <= thresholds[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
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
