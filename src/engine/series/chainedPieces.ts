import { chainOf } from '../parallel/chain';
import type { Found } from '../parallel/found';
import type { Piece } from '../parallel/pieces';

/** The pieces of the next member: that of a chain begins with what the last one ends with, 听到不如看到、看到不如走到、走到不如…. */
export function chainedPieces({ level, pieces }: Found): readonly Piece[] {
  const chain = level === 'chain' ? chainOf(pieces) : null;
  if (!chain) return pieces;
  const last = chain.findLast(piece => typeof piece !== 'string')!;
  return [last.at(-1)!, ...chain.slice(1)];
}
