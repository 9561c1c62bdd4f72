/** Where a text stands in another, nearly. */
export interface Alignment {
  /** [start, end) of the other. */
  readonly start: number;
  readonly end: number;
  /** Characters to put in, take out or change. */
  readonly distance: number;
}

/**
 * The stretch of `long` that is nearest to `short`, whatever stands around it; null where more than `most` characters differ.
 * Sellers' algorithm (1980): edit distance with free ends.
 */
export function nearestStretch(short: string, long: string, most: number): Alignment | null {
  const width = long.length + 1;
  let costs = new Uint16Array(width);
  let starts = Uint16Array.from({ length: width }, (_, at) => at);
  for (let i = 1; i <= short.length; i++) {
    const nextCosts = new Uint16Array(width);
    const nextStarts = new Uint16Array(width);
    nextCosts[0] = i;
    for (let j = 1; j < width; j++) {
      const change = costs[j - 1]! + (short[i - 1] === long[j - 1] ? 0 : 1);
      const takeOut = costs[j]! + 1;
      const putIn = nextCosts[j - 1]! + 1;
      const least = Math.min(change, takeOut, putIn);
      nextCosts[j] = least;
      nextStarts[j] = least === change ? starts[j - 1]! : least === takeOut ? starts[j]! : nextStarts[j - 1]!;
    }
    [costs, starts] = [nextCosts, nextStarts];
  }
  let end = 0;
  for (let j = 1; j < width; j++) if (costs[j]! < costs[end]!) end = j;
  return costs[end]! <= most ? { start: starts[end]!, end, distance: costs[end]! } : null;
}
