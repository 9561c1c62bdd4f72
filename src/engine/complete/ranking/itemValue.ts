/** Tells what an item is worth where it is right, in keystrokes. */
export type ItemValue = (item: { readonly length: number; readonly endsWithMark?: boolean }) => number;

/** Keys that an item saves at once: its length, less the one key that takes it. What was asked for by letters comes but once. */
export const savedByTaking: ItemValue = ({ length }) => length - 1;

/** Chosen among nine on held-out passages, as is the next; to be fitted on articles to tune on (`npm run keep`). */
const FLATTENED = 0.7;
/** What a mark at its end adds: with it a clause is done. */
const MARK = 0.4;

/**
 * Keys that an item saves against a list without it: for a long one fewer than it has characters, for a long item that is missed
 * is mostly offered again a key later, and what it would have saved is saved then.
 */
export const savedByOffering: ItemValue = ({ length, endsWithMark }) =>
  (length - 1) ** FLATTENED + (endsWithMark ? MARK : 0);
