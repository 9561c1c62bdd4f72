import type { PooledCandidate } from '../ranking/candidates';

/** The candidates at a place: their texts, and which of them each goes on from. */
export type Pool = readonly Pick<PooledCandidate, 'text' | 'prefix'>[];

/** What was taken in a place like the one at hand. */
export interface Near {
  readonly rest: string;
  readonly weight: number;
  /** Characters in common before the place. */
  readonly length: number;
}

/** Longest context that a choice is remembered with, UTF-16 code units. */
export const LONGEST_CONTEXT = 6;
/** Places that agree in fewer code units before the cursor are not alike. */
export const SHORTEST_CONTEXT = 2;
/** Pseudo-counts by length of the context in common: what one choice weighs against. */
const PRIOR = [0, 0, 8, 4, 2, 1, 0.5] as const;
/** The part of its weight that a choice gives to rows that go on beyond it: whoever took no more may have seen them and not wanted them. */
const BEYOND = 0.5;
/** Odds for what was taken elsewhere: once, and at most. */
const ELSEWHERE = 0.5;
const MOST_ELSEWHERE = 3;

/** What was taken in any place: the odds rise a little, and with them those of what it begins with. */
export function leanElsewhere(pool: Pool, probability: Float64Array, taken: (text: string) => number): void {
  pool.forEach(({ text, prefix }, i) => {
    const weight = taken(text);
    if (weight === 0) return;
    const odds = Math.min(MOST_ELSEWHERE, 1 + ELSEWHERE * weight);
    const p = (odds * probability[i]!) / (1 + (odds - 1) * probability[i]!);
    probability[i] = p;
    for (let at = prefix; at >= 0; at = pool[at]!.prefix) probability[at] = Math.max(probability[at]!, p);
  });
}

/** What was taken in like places: blended in from short contexts to long by pseudo-counts, as the draft itself is. */
export function leanHere(pool: Pool, probability: Float64Array, around: readonly Near[]): void {
  const before = probability.slice();
  const totals = new Float64Array(LONGEST_CONTEXT + 1);
  for (const { weight, length } of around) for (let k = SHORTEST_CONTEXT; k <= length; k++) totals[k]! += weight;
  const counts = new Float64Array(LONGEST_CONTEXT + 1);
  pool.forEach(({ text }, i) => {
    counts.fill(0);
    for (const { rest, weight, length } of around) {
      const share = rest.startsWith(text) ? 1 : text.startsWith(rest) ? shareBeyond(pool, before, i, rest) : 0;
      if (share > 0) for (let k = SHORTEST_CONTEXT; k <= length; k++) counts[k]! += weight * share;
    }
    let p = before[i]!;
    for (let k = SHORTEST_CONTEXT; k <= LONGEST_CONTEXT; k++) {
      if (totals[k]! > 0) p = (counts[k]! + PRIOR[k]! * p) / (totals[k]! + PRIOR[k]!);
    }
    probability[i] = p;
  });
}

/** How probably a candidate is right that goes on beyond what was taken, where that much is right. */
function shareBeyond(pool: Pool, probability: Float64Array, candidate: number, taken: string): number {
  let at = pool[candidate]!.prefix;
  while (at >= 0 && pool[at]!.text.length > taken.length) at = pool[at]!.prefix;
  if (at < 0 || pool[at]!.text !== taken || probability[at] === 0) return 0;
  return BEYOND * Math.min(1, probability[candidate]! / probability[at]!);
}
