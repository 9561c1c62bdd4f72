/** Every so many ranks the suffix is also kept in a small table, which stays in memory when the suffixes are paged. */
export const SAMPLED_EVERY = 64;

/** The suffixes at ranks 0, 64, 128, … */
export function sampleSuffixes(suffixes: Int32Array): Int32Array {
  const sampled = new Int32Array(Math.ceil(suffixes.length / SAMPLED_EVERY));
  for (let i = 0; i < sampled.length; i++) sampled[i] = suffixes[i * SAMPLED_EVERY]!;
  return sampled;
}

/** A rank that costs no page, at or just below `rank` but not below `lo`: where any rank nearby would do. */
export function cheapRank(rank: number, lo: number): number {
  const sampled = rank - (rank % SAMPLED_EVERY);
  return sampled >= lo ? sampled : rank;
}

/** A rank about half-way; one that costs no page as long as the range is wide. */
export function between(lo: number, hi: number): number {
  const half = (lo + hi) >>> 1;
  return hi - lo > 2 * SAMPLED_EVERY ? cheapRank(half, lo) : half;
}
