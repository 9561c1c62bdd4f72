import type { TrainingRows } from './trainingRows';

/** Values of a feature fall into so many bins at most: a bin fits a byte, and its number the packed weights. */
export const BINS = 64;

/** Rows with each value replaced by the number of its bin. */
export interface BinnedRows {
  readonly features: number;
  /** Row after row. */
  readonly bins: Uint8Array;
  /** For each feature the upper ends of its bins but the last, ascending: `value <= threshold` is in the bin or below. */
  readonly thresholds: readonly (readonly number[])[];
}

const SAMPLE = 20_000;
/** As they are written down: JSON knows no infinity, and a logarithm of nothing is one. */
const DIGITS = 5;
const LARGEST = 1e38;

/** Cuts each feature at the quantiles of a sample, so that every bin has about as many rows. */
export function binRows({ features, values, labels }: TrainingRows, next: () => number): BinnedRows {
  const count = labels.length;
  const sampled = Array.from({ length: Math.min(SAMPLE, count) }, () => Math.floor(next() * count));
  const thresholds = Array.from({ length: features }, (_, feature) =>
    quantileEdges(Float32Array.from(sampled, row => values[row * features + feature]!)),
  );
  const bins = new Uint8Array(values.length);
  for (let i = 0; i < bins.length; i++) bins[i] = binOf(thresholds[i % features]!, values[i]!);
  return { features, bins, thresholds };
}

function quantileEdges(sample: Float32Array): number[] {
  const sorted = sample.sort();
  const edges = new Set<number>();
  for (let bin = 1; bin < BINS; bin++) {
    const edge = sorted[Math.floor((bin * sorted.length) / BINS)]!;
    edges.add(Number(Math.max(-LARGEST, Math.min(LARGEST, edge)).toPrecision(DIGITS)));
  }
  const ascending = [...edges].sort((a, b) => a - b);
  // Nothing is above the largest value.
  if (ascending.at(-1)! >= Math.min(LARGEST, sorted.at(-1)!)) ascending.pop();
  return ascending;
}

/** Number of thresholds below the value. */
function binOf(thresholds: readonly number[], value: number): number {
  let lo = 0;
  let hi = thresholds.length;
  while (lo < hi) {
    const middle = (lo + hi) >> 1;
    // As the ranker compares: it holds the thresholds as 32-bit floats.
    if (value <= Math.fround(thresholds[middle]!)) hi = middle;
    else lo = middle + 1;
  }
  return lo;
}
