/** How much is done, and the numbers that decide what. */
export interface AttackOptions {
  /** Of the whole: 1 takes a minute or so, `npm test` takes a hundredth. */
  readonly share: number;
  /** In [0, 1), by seed. */
  readonly next: () => number;
}

export interface AttackResult {
  /** What was done, and how often. */
  readonly counts: Readonly<Record<string, number>>;
  /** What gave way, and the step of it. Empty: it stood. */
  readonly faults: readonly string[];
}

/** What takes longer hangs, on a busy machine too. */
export const PATIENCE_MS = 150_000;

export type Attack = (options: AttackOptions) => Promise<AttackResult>;

/** A whole number below `below`. */
export const below = (next: () => number, limit: number): number => Math.floor(next() * limit);
export const oneOf = <T>(next: () => number, items: readonly T[]): T => items[below(next, items.length)]!;
/** So many of the whole, one at least. */
export const part = (whole: number, share: number): number => Math.max(1, Math.round(whole * share));
/** Is it judged how long something took? Not in `npm test`: on a busy machine even processor time stretches. */
export const judgesTime = (share: number): boolean => share >= 0.02;
