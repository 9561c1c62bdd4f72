import { BINS, type BinnedRows } from './bins';

/** A regression tree: rows whose `feature` is in `bin` or below go to `low`. */
export type Tree = Split | { readonly value: number };
export interface Split {
  readonly feature: number;
  readonly bin: number;
  readonly low: Tree;
  readonly high: Tree;
}

/** First and second derivatives of the loss by the score, by row. */
export interface Derivatives {
  /** Negative gradient: where the score should go. */
  readonly pull: Float32Array;
  readonly curvature: Float32Array;
}

export interface GrowOptions {
  readonly leaves: number;
  readonly learningRate: number;
}

/** Keeps the values of leaves small. */
const SMOOTHING = 5;
/** A leaf must hold so much of the data, in curvature, or it learns noise. */
const LEAST_CURVATURE = 20;
const LEAST_GAIN = 1;
/** Values are stored in so many parts of 1. */
export const VALUE_SCALE = 4096;
const LARGEST_VALUE = 7.9;

interface BestSplit {
  readonly gain: number;
  readonly feature: number;
  readonly bin: number;
}

/** A leaf that may still be split; afterwards `split` says into what. */
interface Leaf {
  readonly rows: Int32Array;
  /** [feature × BINS + bin] pairs of pull and curvature. */
  readonly sums: Float64Array;
  readonly best: BestSplit;
  split?: { readonly feature: number; readonly bin: number; readonly low: Leaf; readonly high: Leaf };
}

/** Grows one tree over `rows`, always splitting the leaf that gains most, and using `features` only. */
export function growTree(
  data: BinnedRows,
  derivatives: Derivatives,
  rows: Int32Array,
  features: readonly number[],
  options: GrowOptions,
): Tree {
  const leafOf = (leafRows: Int32Array, sums: Float64Array): Leaf => ({
    rows: leafRows,
    sums,
    best: bestSplit(sums, features),
  });
  const root = leafOf(rows, sumUp(data, derivatives, rows));
  const open = [root];
  while (open.length < options.leaves) {
    const leaf = open.reduce((a, b) => (b.best.gain > a.best.gain ? b : a));
    const { gain, feature, bin } = leaf.best;
    if (gain < LEAST_GAIN) break;
    const isLow = (row: number) => data.bins[row * data.features + feature]! <= bin;
    const lowRows = leaf.rows.filter(isLow);
    const highRows = leaf.rows.filter(row => !isLow(row));
    // The sums of the larger side are what the smaller one leaves.
    const lowIsSmall = lowRows.length < highRows.length;
    const small = sumUp(data, derivatives, lowIsSmall ? lowRows : highRows);
    const large = leaf.sums.map((sum, i) => sum - small[i]!);
    const low = leafOf(lowRows, lowIsSmall ? small : large);
    const high = leafOf(highRows, lowIsSmall ? large : small);
    leaf.split = { feature, bin, low, high };
    open.splice(open.indexOf(leaf), 1, low, high);
  }
  return treeOf(root, options.learningRate);
}

/** The value of the leaf that a row falls into. */
export function leafValue(tree: Tree, { bins, features }: BinnedRows, row: number): number {
  let node = tree;
  while ('feature' in node) node = bins[row * features + node.feature]! <= node.bin ? node.low : node.high;
  return node.value;
}

function treeOf({ split, sums }: Leaf, learningRate: number): Tree {
  if (split) {
    const { feature, bin, low, high } = split;
    return { feature, bin, low: treeOf(low, learningRate), high: treeOf(high, learningRate) };
  }
  const { pull, curvature } = total(sums, 0);
  const value = (learningRate * pull) / (curvature + SMOOTHING);
  const bounded = Math.max(-LARGEST_VALUE, Math.min(LARGEST_VALUE, value));
  return { value: Math.round(bounded * VALUE_SCALE) / VALUE_SCALE };
}

function sumUp({ bins, features }: BinnedRows, { pull, curvature }: Derivatives, rows: Int32Array): Float64Array {
  const sums = new Float64Array(features * BINS * 2);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const first = row * features;
    const pulled = pull[row]!;
    const curved = curvature[row]!;
    for (let feature = 0; feature < features; feature++) {
      const at = (feature * BINS + bins[first + feature]!) * 2;
      sums[at]! += pulled;
      sums[at + 1]! += curved;
    }
  }
  return sums;
}

function total(sums: Float64Array, feature: number): { pull: number; curvature: number } {
  let pull = 0;
  let curvature = 0;
  for (let at = feature * BINS * 2; at < (feature + 1) * BINS * 2; at += 2) {
    pull += sums[at]!;
    curvature += sums[at + 1]!;
  }
  return { pull, curvature };
}

function bestSplit(sums: Float64Array, features: readonly number[]): BestSplit {
  const all = total(sums, features[0] ?? 0);
  const score = (pull: number, curvature: number) => (pull * pull) / (curvature + SMOOTHING);
  const unsplit = score(all.pull, all.curvature);
  let best: BestSplit = { gain: 0, feature: -1, bin: -1 };
  for (const feature of features) {
    let pull = 0;
    let curvature = 0;
    for (let bin = 0; bin < BINS - 1; bin++) {
      const at = (feature * BINS + bin) * 2;
      pull += sums[at]!;
      curvature += sums[at + 1]!;
      if (curvature < LEAST_CURVATURE || all.curvature - curvature < LEAST_CURVATURE) continue;
      const gain = score(pull, curvature) + score(all.pull - pull, all.curvature - curvature) - unsplit;
      if (gain > best.gain) best = { gain, feature, bin };
    }
  }
  return best;
}
