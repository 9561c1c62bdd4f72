import type { Column } from './columns';

function isSlot(column: Column | undefined): column is readonly string[] {
  return column !== undefined && typeof column !== 'string';
}

/** Does what fills `from` fill `to` in the next member? */
function links(from: readonly string[], to: readonly string[]): boolean {
  return from.slice(0, -1).every((filler, i) => filler !== '' && filler === to[i + 1]);
}

/**
 * The columns of a chain, in which each member begins as the one before ends (听到不如看到、看到不如走到), or `null`. What
 * all members have at the joint goes to the slots where only then the links are the same: 〔听过〕不如〔见过〕.
 */
export function chainOf(columns: readonly Column[]): Column[] | null {
  const [head, fixed, ...rest] = columns;
  const last = columns.findLast(isSlot);
  if (!isSlot(head) || last === undefined || last === head) return null;
  if (links(last, head)) return [...columns];
  if (typeof fixed !== 'string') return null;
  for (let taken = 1; taken < fixed.length; taken++) {
    const longer = head.map(filler => filler + fixed.slice(0, taken));
    if (links(last, longer)) return [longer, fixed.slice(taken), ...rest];
  }
  return null;
}
