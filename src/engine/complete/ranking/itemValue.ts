import shape from './itemValue.json';

/** Tells what an item is worth where it is right, in keystrokes. */
export type ItemValue = (item: { readonly length: number; readonly endsWithMark?: boolean }) => number;

/** Keys that an item saves at once: its length, less the one key that takes it. What was asked for by letters comes but once. */
export const savedByTaking: ItemValue = ({ length }) => length - 1;

/** How far the value of an item grows with its length, and what a mark at its end adds: with it a clause is done. */
interface ValueShape {
  readonly power: number;
  readonly mark: number;
}

/** A value that grows more slowly than the length: `flattened({ power: 0.5, mark: 0.4 })({ length: 5 })` → 2. */
export const flattened =
  ({ power, mark }: ValueShape): ItemValue =>
  ({ length, endsWithMark }) =>
    (length - 1) ** power + (endsWithMark ? mark : 0);

/**
 * Keys that an item saves against a list without it: for a long one fewer than it has characters, for a long item that is missed
 * is mostly offered again a key later, and what it would have saved is saved then. Fitted by `npm run values`.
 */
export const savedByOffering: ItemValue = flattened(shape);
