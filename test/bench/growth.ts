import { type Quantiles, quantiles } from '../eval/quantiles';
import { timed } from './questions';

/** How a time grows with the corpus, and how it may. */
export interface Gate {
  /** `flat`: it should not grow; `linear`: no more than the corpus. */
  readonly kind: 'flat' | 'linear';
  readonly name: string;
  /** How much larger the large corpus is. */
  readonly factor: number;
  readonly limit: number;
  /** Time with the large corpus by time with the small one; measured anew at each call. */
  measure(): number | Promise<number>;
}

type Asked = readonly (() => unknown)[];

/** The machine is never quiet: the best of several rounds, small and large in turn. */
const ROUNDS = 3;

/** Time of a question to the large corpus by that of one to the small, as a quantile of each; the first round is left out. */
export function growthOf(quantile: keyof Quantiles, small: Asked, large: Asked): number {
  timed(small);
  timed(large);
  const time = (asked: Asked) => quantiles(timed(asked))[quantile];
  const rounds = Array.from({ length: ROUNDS }, () => [time(small), time(large)] as const);
  return Math.min(...rounds.map(([, ofLarge]) => ofLarge)) / Math.min(...rounds.map(([ofSmall]) => ofSmall));
}

/** Measures a gate, once more where it seems broken, and prints what it found. Does it hold? */
export async function holds({ kind, name, factor, limit, measure }: Gate): Promise<boolean> {
  const first = await measure();
  const growth = first <= limit ? first : Math.min(first, await measure());
  const verdict = growth <= limit ? 'holds' : 'BROKEN';
  console.log(
    `[${kind}] ${name}: ${factor} times as much takes ${growth.toFixed(2)} times as long, limit ${limit}: ${verdict}`,
  );
  return growth <= limit;
}
