import type { Piece } from './pieces';

function isSlot(piece: Piece | undefined): piece is readonly string[] {
  return piece !== undefined && typeof piece !== 'string';
}

/** Does what fills `from` fill `to` in the next member? */
function links(from: readonly string[], to: readonly string[]): boolean {
  return from.slice(0, -1).every((filler, i) => filler !== '' && filler === to[i + 1]);
}

/**
 * The pieces of a chain, in which each member begins as the one before ends (听到不如看到、看到不如走到), or `null`. What
 * all members have at the joint goes to the slots where only then the links are the same: 〔听过〕不如〔见过〕.
 */
export function chainOf(pieces: readonly Piece[]): Piece[] | null {
  const [head, fixed, ...rest] = pieces;
  const last = pieces.findLast(isSlot);
  if (!isSlot(head) || last === undefined || last === head) return null;
  if (links(last, head)) return [...pieces];
  if (typeof fixed !== 'string') return null;
  for (let taken = 1; taken < fixed.length; taken++) {
    const longer = head.map(filler => filler + fixed.slice(0, taken));
    if (links(last, longer)) return [longer, fixed.slice(taken), ...rest];
  }
  return null;
}
