import type { BlockSegment } from '../../index/blocks/blockSegment';
import { addPages, wordingNeeds } from '../../index/blocks/needs';
import { readOfLayout } from '../../passages/occurrences';
import { type GapPattern, patternSurroundings } from './gapPattern';

/** Where the pieces of a pattern stand: their blocks, then, of several pieces, the text around the rarest. `layouts`: how many are asked. */
export function patternNeeds(segment: BlockSegment, pattern: GapPattern, layouts: number): Set<number> {
  const needs = new Set(pattern.flatMap(piece => [...wordingNeeds(segment, piece)]));
  if (needs.size > 0 || pattern.length < 2) return needs;
  for (const [start, end] of patternSurroundings(segment, pattern, readOfLayout(layouts)))
    addPages(needs, segment, start, end - start);
  return needs;
}
