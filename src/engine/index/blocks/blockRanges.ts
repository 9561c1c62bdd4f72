import type { SuffixRange } from '../suffixes/prefixTable';
import { blocksOf, type Pieces, type ResidentIndex, wideContext } from './blockIndex';
import type { PageMeta } from './metaPage';
import { BLOCK_ROWS, firstBeyond, firstNotBelow, type Rows, SAMPLE_ROWS } from './rows';
import type { TextPage } from './textPage';

/** What is here of the pieces of a layout, by their numbers. What is not here is `undefined`; `note` hears of what was asked for in vain. */
export interface LocalPieces {
  has(piece: number): boolean;
  rows(piece: number): Rows | undefined;
  page(piece: number): TextPage | undefined;
  metas(piece: number): readonly PageMeta[] | undefined;
  note(piece: number): void;
}

/** A range, and whether it is known or only estimated from a sample of a shorter wording. */
export interface FoundRange extends SuffixRange {
  readonly isExact: boolean;
}

/** The pieces that would tell are not here. */
export const UNKNOWN: FoundRange = { lo: 0, hi: 0, isExact: false };
/** It is known that there is none. */
export const ABSENT: FoundRange = { lo: 0, hi: 0, isExact: true };
/** What ranges are found by: the index of a layout, and the pieces of it that are here. */
export interface RangeSource {
  readonly index: ResidentIndex;
  readonly local: LocalPieces;
  readonly pieces: Pieces;
}

/** The suffixes that begin with a text of 1 to `ROW_CODES` code units, as far as it is known here. */
export function findRange(source: RangeSource, pattern: string): FoundRange {
  const { index, local } = source;
  const { wideLo, wideWidth } = index;
  const wide = wideContext(index, pattern);
  if (wide >= 0) return { lo: wideLo[wide]!, hi: wideLo[wide]! + wideWidth[wide]!, isExact: true };
  const { first, last } = blocksOf(index, pattern);
  const head = local.rows(first);
  const tail = first === last ? head : local.rows(last);
  if (!head || !tail) return estimate(source, pattern);
  const lo = first * BLOCK_ROWS + firstNotBelow(head, pattern);
  const hi = last * BLOCK_ROWS + firstBeyond(tail, pattern);
  return lo < hi ? { lo, hi, isExact: true } : ABSENT;
}

/** From the sample of the longest wide beginning of the pattern that is here. */
function estimate(source: RangeSource, pattern: string): FoundRange {
  const { index, local } = source;
  const { wideLo, wideWidth } = index;
  for (let length = pattern.length - 1; length > 0; length--) {
    const wide = wideContext(index, pattern.slice(0, length));
    const rows = wide < 0 ? undefined : local.rows(samplePiece(source, wide));
    if (!rows) continue;
    const context = { lo: wideLo[wide]!, width: wideWidth[wide]! };
    const [from, to] = [firstNotBelow(rows, pattern), firstBeyond(rows, pattern)];
    const rankOf = (row: number) => context.lo + Math.floor((row * context.width) / SAMPLE_ROWS);
    return from < to ? { lo: rankOf(from), hi: rankOf(to), isExact: false } : UNKNOWN;
  }
  return UNKNOWN;
}

/** The rank at which a wording begins or would; `code`, its last, may be one above all there are. */
export function rangeStart(source: RangeSource, pattern: string, code: number): number {
  const { index, local } = source;
  if (code > 0xffff) return rangeStart(source, `${pattern.slice(0, -1)}\uffff`, 0xffff);
  const wide = wideContext(index, pattern);
  if (wide >= 0) return index.wideLo[wide]!;
  const { first } = blocksOf(index, pattern);
  const rows = local.rows(first);
  return first * BLOCK_ROWS + (rows ? firstNotBelow(rows, pattern) : 0);
}

/** Number of the piece that is the sample of a wide context. */
export function samplePiece({ pieces }: RangeSource, wide: number): number {
  return pieces.blocks + wide;
}
