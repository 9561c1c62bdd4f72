import type { PooledCandidate } from './candidates';
import { savedByOffering } from './itemValue';

/** The rows of the pool that would save most by `probability`, so many at most, in the order of the pool. */
export function likeliestSavers(pool: readonly PooledCandidate[], probability: Float64Array, most: number): number[] {
  const saved = pool.map((candidate, i) => probability[i]! * savedByOffering(candidate));
  return pool
    .map((_, index) => index)
    .sort((a, b) => saved[b]! - saved[a]! || a - b)
    .slice(0, most)
    .sort((a, b) => a - b);
}
