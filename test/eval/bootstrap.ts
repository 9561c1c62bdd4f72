import { random } from './random';

/** What typing a passage took. */
export interface TypedPassage {
  readonly keystrokes: number;
  readonly characters: number;
}

export interface Interval {
  readonly saved: number;
  /** Bounds of the middle 95 % of resampled shares. */
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1000;

/**
 * Share of the keystrokes saved, with a bootstrap interval: passages are drawn anew from those there are, for it is between
 * passages that the share varies. The same seed draws the same, so two methods can be compared pair by pair.
 */
export function savedShare(passages: readonly TypedPassage[], seed: number): Interval {
  const next = random(seed);
  const shares = Float64Array.from({ length: RESAMPLES }, () =>
    shareOf(passages.map(() => passages[Math.floor(next() * passages.length)]!)),
  ).sort();
  const at = (share: number) => shares[Math.floor(share * (RESAMPLES - 1))]!;
  return { saved: shareOf(passages), low: at(0.025), high: at(0.975) };
}

function shareOf(passages: readonly TypedPassage[]): number {
  const sum = (of: (passage: TypedPassage) => number) => passages.reduce((total, passage) => total + of(passage), 0);
  return 1 - sum(({ keystrokes }) => keystrokes) / sum(({ characters }) => characters);
}
