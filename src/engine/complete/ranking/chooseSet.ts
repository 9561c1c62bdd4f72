import { type ItemValue, savedByOffering } from './itemValue';

/** One candidate for the list. Candidates come parents first. */
export interface Candidate {
  readonly length: number;
  /** Its last character is a mark: `，` or `。`. */
  readonly endsWithMark?: boolean;
  /** Index of the nearest candidate that is a prefix of this one; -1: none. */
  readonly prefix: number;
}

/**
 * Chooses the items that together save most keystrokes: an item is worth the keys it saves, times
 * the probability that it is right and no longer chosen one is. So a likely short item and several long ones
 * stand side by side, and none is there for nothing.
 *
 * @param probability of each candidate; made to fall from prefix to extension
 * @param least gain an item must bring, in keystrokes
 * @param value of an item that is right
 * @returns indices, most useful first
 */
export function chooseSet(
  candidates: readonly Candidate[],
  probability: Float64Array,
  limit: number,
  least: number,
  value: ItemValue = savedByOffering,
): number[] {
  const left = new Float64Array(candidates.length);
  for (let i = 0; i < candidates.length; i++) {
    const { prefix } = candidates[i]!;
    if (prefix >= 0 && probability[i]! > probability[prefix]!) probability[i] = probability[prefix]!;
    left[i] = probability[i]!;
  }
  const values = Float64Array.from(candidates, value);
  const chosen: number[] = [];
  const isChosen = new Uint8Array(candidates.length);
  const isTwin = new Uint8Array(candidates.length);
  // Of the chosen: how many a candidate extends, and how many extend it one after the other.
  const above = new Uint8Array(candidates.length);
  const below = new Uint8Array(candidates.length);
  while (chosen.length < limit) {
    let best = -1;
    let bestGain = least;
    for (let i = 0; i < candidates.length; i++) {
      if (isChosen[i] || isTwin[i] || above[i]! + below[i]! >= LONGEST_CHAIN) continue;
      let shown = candidates[i]!.prefix;
      while (shown >= 0 && !isChosen[shown]) shown = candidates[shown]!.prefix;
      const without = shown >= 0 ? values[shown]! : 0;
      const gain = left[i]! * (values[i]! - without);
      if (gain > bestGain) {
        bestGain = gain;
        best = i;
      }
    }
    if (best < 0) break;
    chosen.push(best);
    isChosen[best] = 1;
    markTwins(candidates, best, isTwin);
    let length = below[best]! + 1;
    for (let at = candidates[best]!.prefix; at >= 0; at = candidates[at]!.prefix) {
      below[at] = Math.max(below[at]!, length);
      length += isChosen[at]!;
    }
    for (let i = best + 1; i < candidates.length; i++) if (isPrefix(candidates, best, i)) above[i]!++;
    const covered = left[best]!;
    for (let above = candidates[best]!.prefix; above >= 0; above = candidates[above]!.prefix) {
      left[above]! -= covered;
      if (isChosen[above]) break;
    }
  }
  return chosen;
}

/** Items of which each extends the one before: one short and one long; more would be one idea in many rows. */
const LONGEST_CHAIN = 2;

function isPrefix(candidates: readonly Candidate[], prefix: number, of: number): boolean {
  let at = candidates[of]!.prefix;
  while (at > prefix) at = candidates[at]!.prefix; // parents come first
  return at === prefix;
}

/** 责任感 beside 责任感， is noise, whatever it saves: one of two items that differ by one character is enough. */
function markTwins(candidates: readonly Candidate[], item: number, isTwin: Uint8Array): void {
  const { length, prefix } = candidates[item]!;
  if (prefix >= 0 && candidates[prefix]!.length === length - 1) isTwin[prefix] = 1;
  candidates.forEach((other, i) => {
    if (other.prefix === item && other.length === length + 1) isTwin[i] = 1;
  });
}

/** How probable it is that one of the chosen is right: the sum over those that extend no other of them. */
export function hitProbability(
  candidates: readonly Candidate[],
  probability: Float64Array,
  chosen: readonly number[],
): number {
  const isChosen = new Set(chosen);
  return chosen.reduce((sum, index) => {
    for (let above = candidates[index]!.prefix; above >= 0; above = candidates[above]!.prefix) {
      if (isChosen.has(above)) return sum;
    }
    return sum + probability[index]!;
  }, 0);
}
