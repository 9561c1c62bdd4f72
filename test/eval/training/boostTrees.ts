import { random, shuffled } from '../random';
import { type BinnedRows, binRows } from './bins';
import { type Derivatives, type GrowOptions, growTree, leafValue, type Tree } from './growTree';
import type { TrainingRows } from './trainingRows';

/** Trees whose values add up to the logarithm of the odds that a candidate is right. */
export interface Ensemble {
  /** The score without any tree. */
  readonly base: number;
  readonly thresholds: BinnedRows['thresholds'];
  readonly trees: readonly Tree[];
}

export interface BoostOptions extends GrowOptions {
  /** Trees grown; those after the best one by validation are dropped. */
  readonly trees: number;
  readonly seed: number;
}

/** Mean logarithmic loss of a candidate after so many trees. */
export interface Progress {
  readonly trees: number;
  readonly training: number;
  readonly validation: number;
}

/** One article in so many is not learned from, but checked on. */
const VALIDATION_SHARE = 8;
/** A tree sees a part of the rows and features: the next one sees others. */
const ROW_SHARE = 0.5;
const FEATURE_SHARE = 0.8;

/**
 * Gradient boosting on the logarithmic loss, with histograms over binned features. The same rows, options and seed
 * give the same trees.
 *
 * @param listener hears of the losses after every tree
 */
export function boostTrees(
  rows: TrainingRows,
  options: BoostOptions,
  listener: (progress: Progress) => void,
): Ensemble {
  const next = random(options.seed);
  const data = binRows(rows, next);
  const { labels, weights } = rows;
  const { learned, checked } = splitByArticle(rows.articles, next);
  const base = logOdds(learned, labels, weights);
  const scores = new Float64Array(labels.length).fill(base);
  const derivatives: Derivatives = {
    pull: new Float32Array(labels.length),
    curvature: new Float32Array(labels.length),
  };
  const trees: Tree[] = [];
  let best = { trees: 0, loss: Number.POSITIVE_INFINITY };
  while (trees.length < options.trees) {
    derive(scores, labels, weights, derivatives);
    const sample = learned.filter(() => next() < ROW_SHARE);
    const features = [...Array(data.features).keys()].filter(() => next() < FEATURE_SHARE);
    const tree = growTree(data, derivatives, sample, features, options);
    trees.push(tree);
    for (let row = 0; row < scores.length; row++) scores[row]! += leafValue(tree, data, row);
    const validation = loss(checked, scores, labels, weights);
    if (validation < best.loss) best = { trees: trees.length, loss: validation };
    listener({ trees: trees.length, training: loss(learned, scores, labels, weights), validation });
  }
  return { base, thresholds: data.thresholds, trees: trees.slice(0, best.trees) };
}

function splitByArticle(articles: Uint16Array, next: () => number): { learned: Int32Array; checked: Int32Array } {
  const distinct = shuffled([...new Set(articles)], next);
  const isChecked = new Set(distinct.slice(0, Math.ceil(distinct.length / VALIDATION_SHARE)));
  const rows = Int32Array.from(articles, (_, row) => row);
  return {
    learned: rows.filter(row => !isChecked.has(articles[row]!)),
    checked: rows.filter(row => isChecked.has(articles[row]!)),
  };
}

function derive(
  scores: Float64Array,
  labels: Uint8Array,
  weights: Float32Array,
  { pull, curvature }: Derivatives,
): void {
  for (let row = 0; row < scores.length; row++) {
    const probability = logistic(scores[row]!);
    pull[row] = weights[row]! * (labels[row]! - probability);
    curvature[row] = weights[row]! * probability * (1 - probability);
  }
}

function logOdds(rows: Int32Array, labels: Uint8Array, weights: Float32Array): number {
  let right = 0;
  let all = 0;
  for (const row of rows) {
    all += weights[row]!;
    right += weights[row]! * labels[row]!;
  }
  return Math.log(right / (all - right));
}

function loss(rows: Int32Array, scores: Float64Array, labels: Uint8Array, weights: Float32Array): number {
  let sum = 0;
  let all = 0;
  for (const row of rows) {
    const probability = logistic(scores[row]!);
    sum -= weights[row]! * Math.log(labels[row] ? probability : 1 - probability);
    all += weights[row]!;
  }
  return sum / all;
}

function logistic(score: number): number {
  return 1 / (1 + Math.exp(-score));
}
