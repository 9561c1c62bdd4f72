import { quantiles } from '../eval/quantiles';
import { timed } from './questions';

/** How a time grows with the corpus, and how it may. */
export interface Gate {
  /** `flat`: it should not grow; `linear`: no more than the corpus. */
  readonly kind: 'flat' | 'linear';
  readonly name: string;
  /** Time with the large corpus by time with the small one. */
  readonly growth: number;
  readonly limit: number;
}

/** The machine is never quiet: the best of several rounds, small and large in turn. */
const ROUNDS = 3;

/** Median time of a question to the large corpus by that of one to the small, the first round of both left out. */
export function medianGrowth(small: readonly (() => unknown)[], large: readonly (() => unknown)[]): number {
  timed(small);
  timed(large);
  const rounds = Array.from({ length: ROUNDS }, () => [quantiles(timed(small)).p50, quantiles(timed(large)).p50] as const);
  return Math.min(...rounds.map(([, time]) => time)) / Math.min(...rounds.map(([time]) => time));
}

export function holds({ growth, limit }: Gate): boolean {
  return growth <= limit;
}

export function printedGate(gate: Gate, factor: number): string {
  const { kind, name, growth, limit } = gate;
  const verdict = holds(gate) ? 'holds' : 'BROKEN';
  return `[${kind}] ${name}: ${factor} times the corpus takes ${growth.toFixed(2)} times as long, limit ${limit}: ${verdict}`;
}
