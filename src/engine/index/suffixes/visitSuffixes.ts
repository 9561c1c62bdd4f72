import type { Segment } from '../segment';

/**
 * Visits the positions of the suffixes with these ranks, which ascend; -1 as `suffixAt` gives it. One after another where a segment gives them so, for one
 * that is not all here knows the text behind the last it was asked for.
 */
export function visitSuffixes(segment: Segment, ranks: Int32Array, visit: (position: number) => void): void {
  const positions = segment.suffixesAt?.(ranks);
  if (positions) for (const position of positions) visit(position);
  else for (const rank of ranks) visit(segment.suffixAt(rank));
}
