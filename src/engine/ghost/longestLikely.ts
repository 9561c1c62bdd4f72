import type { Ranked } from '../complete/ranked';

/** A text, and the probability that the writer goes on so. */
export interface Likely {
  readonly text: string;
  readonly probability: number;
}

/** The longest of the ranked continuations that is at least so probable; of equally long ones the likelier. */
export function longestLikely({ pool, probability }: Ranked, least: number): Likely | null {
  // A beginning is at least as probable as what goes on from it.
  const atLeast = Float64Array.from(probability);
  for (let i = pool.length - 1; i >= 0; i--) {
    const { prefix } = pool[i]!;
    if (prefix >= 0) atLeast[prefix] = Math.max(atLeast[prefix]!, atLeast[i]!);
  }
  return pool.reduce<Likely | null>((best, { text }, i) => {
    if (atLeast[i]! < least) return best;
    const gain = best ? text.length - best.text.length || atLeast[i]! - best.probability : 1;
    return gain > 0 ? { text, probability: atLeast[i]! } : best;
  }, null);
}
