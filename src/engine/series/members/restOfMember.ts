import type { Column } from '../../parallel/columns';
import { isVariation } from '../../parallel/variation';

/** What is still to be written of a member, and whether what is typed of it goes beyond fixed wording. */
export interface RestOfMember {
  readonly columns: readonly Column[];
  readonly isFilling: boolean;
}

/** A slot takes no marks but those that have stood in it before. */
const MARK = /[，。；：、！？“”‘’《》（）]/;

/** May this fill the slot, up to its end? As long as what filled it before, give or take one. */
function fills(text: string, fillers: readonly string[]): boolean {
  const lengths = fillers.map(({ length }) => length);
  if (text.length < Math.max(1, Math.min(...lengths) - 1) || text.length > Math.max(...lengths) + 4) return false;
  return !MARK.test(text) || fillers.some(filler => MARK.test(filler));
}

function same(a: Column, b: Column): boolean {
  return typeof a !== 'string' && typeof b !== 'string' && a.every((filler, i) => filler === b[i]);
}

/** Where `filled` was typed into this slot, its other places have it too: 不该做的不|. */
function linked(columns: readonly Column[], slot: Column, filled: string): Column[] {
  return columns.map(column => (same(column, slot) ? filled : column));
}

/**
 * What is still to be written where `typed` stands of a member: `['必须保持“', […], '”的', […]]` after `必须保持“清醒` gives `['”的', […]]`.
 * `null` where something else was typed. A slot that is being filled must be about full.
 */
export function restOfMember(columns: readonly Column[], typed: string): RestOfMember | null {
  if (typed === '') return { columns, isFilling: false };
  const [column, ...others] = columns;
  if (column === undefined) return null;
  if (typeof column === 'string') {
    if (column.length > typed.length)
      return column.startsWith(typed) ? { columns: [column.slice(typed.length), ...others], isFilling: false } : null;
    return typed.startsWith(column) ? restOfMember(others, typed.slice(column.length)) : null;
  }
  for (let length = column.length > 1 && isVariation(column) ? 0 : 1; length <= typed.length; length++) {
    const filled = typed.slice(0, length);
    if (length > 0 && !fills(filled, column)) continue;
    const behind = linked(others, column, filled);
    // Nobody knows whether a slot is full until the fixed wording behind it has begun.
    if (length === typed.length || typeof behind[0] !== 'string') continue;
    const rest = restOfMember(behind, typed.slice(length));
    if (rest) return { ...rest, isFilling: true };
  }
  return null;
}
