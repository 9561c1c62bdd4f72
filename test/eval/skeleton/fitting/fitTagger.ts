import type { Lattice } from './lattice';

export interface FitOptions {
  readonly epochs: number;
  /** What it costs to miss a marked particular, and each letter that is lost in a slot. */
  readonly missed: number;
  readonly lost: number;
}

const RATE = 0.08;
const DECAY = 0.02;
const MOST_LOST = 4;
/** What hardly changes the likelihood is passed over. */
const LEAST_SLOPE = 1e-3;
/** Of a slot that is within a mark but not all of it. */
const PART = 0.2;

/**
 * Weights of signs: the largest margin between what a person has marked and all other ways to choose (a semi-Markov conditional random
 * field with costs in the partition sum: Gimpel, Smith 2010), by AdaGrad,
 * averaged over the later half of the epochs. The order of paragraphs is fixed, so the weights are, too.
 */
export function fitTagger(lattices: readonly Lattice[], signs: number, options: FitOptions): Float64Array {
  const weights = new Float64Array(signs);
  const squares = new Float64Array(signs).fill(1e-2);
  const order = lattices.map((_, number) => number);
  const sum = new Float64Array(signs);
  let seed = 7;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      const j = seed % (i + 1);
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    for (const number of order) {
      for (const [sign, slope] of slopesOf(lattices[number]!, weights, options)) {
        const step = slope - DECAY * weights[sign]!;
        squares[sign]! += step * step;
        weights[sign]! += (RATE * step) / Math.sqrt(squares[sign]!);
      }
    }
    if (epoch < options.epochs / 2) continue;
    for (let sign = 0; sign < signs; sign++) sum[sign]! += weights[sign]!;
  }
  return sum.map(weight => weight / Math.floor(options.epochs / 2));
}

/** How the likelihood of the marks grows with the weight of each sign. */
function slopesOf(lattice: Lattice, weights: Float64Array, { missed, lost }: FitOptions): Map<number, number> {
  const { candidates, signs, wrong, length } = lattice;
  const scores = candidates.map(({ worth }, i) => {
    let sum = worth;
    for (const sign of signs[i]!) sum += weights[sign]!;
    return sum;
  });
  const right = rightOnes(lattice, scores);
  const costs = candidates.map(({ kind }, i) => {
    if (kind === 'certain') return 0;
    if (right.has(i)) return -missed;
    return lost * Math.min(MOST_LOST, wrong[i]!) + (wrong[i]! > 0 ? PART : 0);
  });
  const shares = sharesOf(
    lattice,
    scores.map((score, i) => score + costs[i]!),
    length,
  );
  const slopes = new Map<number, number>();
  candidates.forEach((_, i) => {
    const slope = (right.has(i) ? 1 : 0) - shares[i]!;
    if (Math.abs(slope) < LEAST_SLOPE) return;
    for (const sign of signs[i]!) slopes.set(sign, (slopes.get(sign) ?? 0) + slope);
  });
  return slopes;
}

/** Of the candidates of one mark the one that is worth most; what is certain, where no marked name holds it. */
function rightOnes({ candidates, marked }: Lattice, scores: readonly number[]): Set<number> {
  const right = new Set<number>();
  for (const twins of marked) {
    if (twins.length > 0) right.add(twins.reduce((best, i) => (scores[i]! > scores[best]! ? i : best)));
  }
  const names = [...right].map(i => candidates[i]!);
  candidates.forEach(({ kind, start, end }, i) => {
    if (kind === 'certain' && !names.some(name => name.start <= start && name.end >= end)) right.add(i);
  });
  return right;
}

/** The probability of each candidate to be chosen: forwards and backwards over the paragraph. */
function sharesOf({ candidates }: Lattice, scores: readonly number[], length: number): number[] {
  const byEnd: number[][] = Array.from({ length: length + 1 }, () => []);
  const byStart: number[][] = Array.from({ length: length + 1 }, () => []);
  candidates.forEach(({ start, end }, i) => {
    byEnd[end]!.push(i);
    byStart[start]!.push(i);
  });
  const forwards = new Float64Array(length + 1);
  const backwards = new Float64Array(length + 1);
  for (let at = 1; at <= length; at++) {
    forwards[at] = byEnd[at]!.reduce(
      (sum, i) => logSum(sum, forwards[candidates[i]!.start]! + scores[i]!),
      forwards[at - 1]!,
    );
  }
  for (let at = length - 1; at >= 0; at--) {
    backwards[at] = byStart[at]!.reduce(
      (sum, i) => logSum(sum, backwards[candidates[i]!.end]! + scores[i]!),
      backwards[at + 1]!,
    );
  }
  return candidates.map(({ start, end }, i) =>
    Math.exp(forwards[start]! + scores[i]! + backwards[end]! - forwards[length]!),
  );
}

const logSum = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
