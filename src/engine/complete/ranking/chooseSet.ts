import { type ItemValue, savedByOffering } from './itemValue';

/** One candidate for the list. Candidates come parents first. */
export interface Candidate {
  readonly length: number;
  /** Its last character is a mark: `，` or `。`. */
  readonly endsWithMark?: boolean;
  /** Index of the nearest candidate that is a prefix of this one; -1: none. */
  readonly prefix: number;
}

/** How a set is chosen. */
export interface SetOptions {
  /** What an item is worth that is right. */
  readonly value?: ItemValue;
  /** May the candidate with this index be chosen? Asked as late as can be, of those alone that the set depends on. */
  readonly isAdmitted?: (index: number) => boolean;
}

/** Items of which each extends the one before: one short and one long; more would be one idea in many rows. */
const LONGEST_CHAIN = 2;

/**
 * Chooses the items that together save most keystrokes: an item is worth the keys it saves, times
 * the probability that it is right and no longer chosen one is. So a likely short item and several long ones
 * stand side by side, and none is there for nothing.
 *
 * @param probability of each candidate; that of what is chosen is made to fall from admitted prefix to extension
 * @param least gain an item must bring, in keystrokes
 * @returns indices, most useful first
 */
export function chooseSet(
  candidates: readonly Candidate[],
  probability: Float64Array,
  limit: number,
  least: number,
  { value = savedByOffering, isAdmitted = () => true }: SetOptions = {},
): number[] {
  const admits = askedOnce(isAdmitted, candidates.length);
  const values = Float64Array.from(candidates, value);
  /** Probability that a candidate is right and no chosen one that extends it; at most that, until it is settled. */
  const left = Float64Array.from(probability);
  const isSettled = new Uint8Array(candidates.length);
  /** What is saved already, without a candidate, by the chosen one that it extends. */
  const without = new Float64Array(candidates.length);
  /** Chosen already, or not to be chosen any more. */
  const isOut = new Uint8Array(candidates.length);
  const chosen: number[] = [];
  const isChosen = new Uint8Array(candidates.length);
  // Of the chosen: how many a candidate extends, and how many extend it one after the other.
  const above = new Uint8Array(candidates.length);
  const below = new Uint8Array(candidates.length);
  const leaveLongChain = (i: number) => {
    if (above[i]! + below[i]! >= LONGEST_CHAIN) isOut[i] = 1;
  };
  /** Asks whether a candidate is admitted, and which of its prefixes less probable than itself are. */
  const settle = (i: number) => {
    if (isSettled[i]) return;
    isSettled[i] = 1;
    if (!admits(i)) isOut[i] = 1;
    else {
      for (let at = candidates[i]!.prefix; at >= 0; at = candidates[at]!.prefix)
        if (probability[at]! < probability[i]! && admits(at)) probability[i] = probability[at]!;
      left[i] = probability[i]!;
    }
  };
  while (chosen.length < limit) {
    let best = -1;
    let bestGain = least;
    for (let i = 0; i < candidates.length; i++) {
      const gain = isOut[i] ? 0 : left[i]! * (values[i]! - without[i]!);
      if (gain > bestGain) {
        bestGain = gain;
        best = i;
      }
    }
    if (best < 0) break;
    if (!isSettled[best]) {
      // No other can bring more than it seems to, but it may bring less.
      settle(best);
      continue;
    }
    chosen.push(best);
    isChosen[best] = isOut[best] = 1;
    markTwins(candidates, best, isOut);
    let length = below[best]! + 1;
    for (let at = candidates[best]!.prefix; at >= 0; at = candidates[at]!.prefix) {
      below[at] = Math.max(below[at]!, length);
      length += isChosen[at]!;
      leaveLongChain(at);
    }
    for (let i = best + 1; i < candidates.length; i++) {
      if (!isPrefix(candidates, best, i)) continue;
      above[i]!++;
      without[i] = values[best]!;
      leaveLongChain(i);
    }
    const covered = left[best]!;
    for (let at = candidates[best]!.prefix; at >= 0; at = candidates[at]!.prefix) {
      settle(at);
      left[at]! -= covered;
      if (isChosen[at]) break;
    }
  }
  return chosen;
}

/** The same, but what was asked once is remembered. */
function askedOnce(isAdmitted: (index: number) => boolean, count: number): (index: number) => boolean {
  const answers = new Int8Array(count).fill(-1);
  return index => {
    if (answers[index]! < 0) answers[index] = isAdmitted(index) ? 1 : 0;
    return answers[index] === 1;
  };
}

function isPrefix(candidates: readonly Candidate[], prefix: number, of: number): boolean {
  let at = candidates[of]!.prefix;
  while (at > prefix) at = candidates[at]!.prefix; // parents come first
  return at === prefix;
}

/** 责任感 beside 责任感， is noise, whatever it saves: one of two items that differ by one character is enough. */
function markTwins(candidates: readonly Candidate[], item: number, isOut: Uint8Array): void {
  const { length, prefix } = candidates[item]!;
  if (prefix >= 0 && candidates[prefix]!.length === length - 1) isOut[prefix] = 1;
  candidates.forEach((other, i) => {
    if (other.prefix === item && other.length === length + 1) isOut[i] = 1;
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
