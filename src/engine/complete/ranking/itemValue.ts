/** Tells what an item is worth where it is right, in keystrokes. */
export type ItemValue = (item: { readonly length: number; readonly endsWithMark?: boolean }) => number;

/** Keys saved, by length. */
const BY_LENGTH = [0, 0, 0.42, 0.65, 0.7, 0.71, 0.72, 0.73, 0.74, 0.75, 0.76] as const;
/** What a mark at its end adds: with it a clause is done. */
const MARK = 0.38;
/** Of two that are alike otherwise, the longer. */
const LONGER = 0.001;

/**
 * Keys that an item saves where it is right, against a list without it: hardly more for a long one than for one of four
 * characters, for a missed item is mostly offered again a key later, and what it would have saved is saved then.
 */
export const savedByOffering: ItemValue = ({ length, endsWithMark }) =>
  BY_LENGTH[Math.min(length, BY_LENGTH.length - 1)]! + LONGER * length + (endsWithMark ? MARK : 0);

/** Keys that an item saves at once: its length, less the one key that takes it. What was asked for by letters comes but once. */
export const savedByTaking: ItemValue = ({ length }) => length - 1;
