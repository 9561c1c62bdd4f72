import type { Ranked } from '../complete/completer';

/** How sure a ghost must be: the probability that its first word is right, and that all of it is. */
export interface Sureness {
  readonly firstWord: number;
  readonly whole: number;
}

export interface Likely {
  readonly text: string;
  readonly probability: number;
}

/** The longest of the ranked continuations that is likely enough, and whose shortest beginning among them is. */
export function longestLikely({ pool, probability }: Ranked, least: Sureness): Likely | null {
  // A beginning is at least as probable as what goes on from it.
  const atLeast = Float64Array.from(probability);
  for (let i = pool.length - 1; i >= 0; i--) {
    const { prefix } = pool[i]!;
    if (prefix >= 0) atLeast[prefix] = Math.max(atLeast[prefix]!, atLeast[i]!);
  }
  let best: Likely | null = null;
  pool.forEach(({ text }, i) => {
    let first = i;
    while (pool[first]!.prefix >= 0) first = pool[first]!.prefix;
    if (atLeast[i]! < least.whole || atLeast[first]! < least.firstWord) return;
    const isBetter = !best || text.length - best.text.length || atLeast[i]! - best.probability;
    if (isBetter === true || isBetter > 0) best = { text, probability: atLeast[i]! };
  });
  return best;
}
