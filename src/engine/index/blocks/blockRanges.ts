import type { Segment } from '../segment';
import type { SuffixRange } from '../suffixes/prefixTable';
import type { PageMeta } from './metaPage';
import { blocksOf, type ResidentIndex, wideContext } from './residentIndex';
import { BLOCK_ROWS, firstBeyond, firstNotBelow, ROW_CODES, type Rows, SAMPLE_ROWS } from './rows';
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

/** How the text of a layout is read, as a segment's is. */
type ReadText = Pick<Segment, 'length' | 'suffixAt' | 'codeAt'>;

/** The pieces that would tell are not here. */
export const UNKNOWN: FoundRange = { lo: 0, hi: 0, isExact: false };
/** It is known that there is none. */
export const ABSENT: FoundRange = { lo: 0, hi: 0, isExact: true };

/** What ranges are found by: the index of a layout, and the pieces of it that are here. */
export interface RangeSource {
  readonly index: ResidentIndex;
  readonly local: LocalPieces;
}

/** The suffixes that begin with a text of 1 to `ROW_CODES` code units, as far as it is known here. */
export function findRange(source: RangeSource, pattern: string): FoundRange {
  const { index, local } = source;
  const wide = wideContext(index, pattern);
  if (wide) return { lo: wide.lo, hi: wide.lo + wide.width, isExact: true };
  const blocks = blocksOf(index, pattern);
  if (!blocks) return UNKNOWN;
  const { first, last } = blocks;
  const head = local.rows(first);
  const tail = first === last ? head : local.rows(last);
  if (!head || !tail) return estimate(source, pattern);
  const lo = first * BLOCK_ROWS + firstNotBelow(head, pattern);
  const hi = last * BLOCK_ROWS + firstBeyond(tail, pattern);
  return lo < hi ? { lo, hi, isExact: true } : ABSENT;
}

/** From the sample of the longest wide beginning of the pattern that is here. */
function estimate({ index, local }: RangeSource, pattern: string): FoundRange {
  for (let length = pattern.length - 1; length > 0; length--) {
    const wide = wideContext(index, pattern.slice(0, length));
    const rows = wide && local.rows(samplePiece(index, wide.number));
    if (!rows) continue;
    const [from, to] = [firstNotBelow(rows, pattern), firstBeyond(rows, pattern)];
    const rankOf = (row: number) => wide.lo + Math.floor((row * wide.width) / SAMPLE_ROWS);
    return from < to ? { lo: rankOf(from), hi: rankOf(to), isExact: false } : UNKNOWN;
  }
  return UNKNOWN;
}

/** The same of a longer text: what goes on behind its row is compared with the text, where that is here. */
export function findLong(source: RangeSource & ReadText, pattern: string): FoundRange {
  const { lo, hi, isExact } = findRange(source, pattern.slice(0, ROW_CODES));
  if (!isExact || hi - lo > BLOCK_ROWS) return UNKNOWN;
  if (lo === hi) return ABSENT;
  const order = (rank: number): number => {
    const position = source.suffixAt(rank);
    for (let i = ROW_CODES; i < pattern.length; i++) {
      const code = source.codeAt(position + i);
      if (code < 0 && position + i < source.length) return Number.NaN;
      if (code !== pattern.charCodeAt(i)) return code - pattern.charCodeAt(i);
    }
    return 0;
  };
  const orders = Array.from({ length: hi - lo }, (_, i) => order(lo + i));
  if (orders.some(Number.isNaN)) return UNKNOWN;
  const from = orders.indexOf(0);
  return from < 0 ? ABSENT : { lo: lo + from, hi: lo + orders.lastIndexOf(0) + 1, isExact: true };
}

/** What stands within one block stands about so often, if there is a reason to ask. Measured on lists: the ranker does as well with it as with the count. */
const WITHIN_BLOCK = 300;

/**
 * About how often a wording stands here, by what was found of it, without asking for anything: exact where it is wide or its blocks are here, else
 * by how many blocks it goes on through. Within one block all that is known is that it is no more than that.
 */
export function countAbout({ index }: RangeSource, { lo, hi, isExact }: FoundRange, pattern: string): number {
  if (isExact) return hi - lo;
  const blocks = blocksOf(index, pattern.slice(0, ROW_CODES));
  return blocks && blocks.last > blocks.first ? (blocks.last - blocks.first) * BLOCK_ROWS : WITHIN_BLOCK;
}

/** The rank at which a wording begins or would; `code`, its last, may be one above all there are. */
export function rangeStart(source: RangeSource, pattern: string, code: number): number {
  const { index, local } = source;
  if (code > 0xffff) return rangeStart(source, `${pattern.slice(0, -1)}\uffff`, 0xffff);
  const wide = wideContext(index, pattern);
  if (wide) return wide.lo;
  const { first } = blocksOf(index, pattern) ?? { first: 0 };
  const rows = local.rows(first);
  return first * BLOCK_ROWS + (rows ? firstNotBelow(rows, pattern) : 0);
}

/** Number of the piece that is the sample of a wide context. */
export function samplePiece({ pieces }: ResidentIndex, wide: number): number {
  return pieces.blocks + wide;
}
