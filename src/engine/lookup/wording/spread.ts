/**
 * How evenly something is spread over a row of articles, 0 to 1: its average reduced frequency (Savický and Hlaváčová 2002) as a share
 * of its frequency. What all stands together (one campaign, one series of reports) counts little more than once.
 *
 *     spread([0, 5], 10) → 1;  spread([0, 1], 10) → 0.6
 *
 * @param positions of the articles that have it, each once, in any order; `total`: how many articles there are
 */
export function spread(positions: readonly number[], total: number): number {
  const count = positions.length;
  if (count === 0) return 0;
  const sorted = [...positions].sort((a, b) => a - b);
  const even = total / count;
  let reduced = 0;
  // The row is a ring: what is before the first and behind the last is one distance.
  sorted.forEach((position, at) => {
    const before = at > 0 ? sorted[at - 1]! : sorted[count - 1]! - total;
    reduced += Math.min(position - before, even);
  });
  return reduced / total;
}
