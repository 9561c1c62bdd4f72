import { hasBit } from '../columns/bits';
import { GARBLED } from '../segment';
import { type LocalPieces, type RangeSource, samplePiece } from './blockRanges';
import { foundAround } from './residentIndex';
import { BLOCK_ROWS, ROW_CODES, type Rows, SAMPLE_ROWS } from './rows';
import { PAGE_CODES } from './textPage';

/** No place. */
const NOWHERE = -1;
/** Wide contexts looked at for one around a rank: those that begin with it are its beginnings, and few lie between. */
const MOST_LOOKED = 64;
const NOT_HERE = String.fromCharCode(GARBLED);

/**
 * The text of a layout and the places of its suffixes, read from the pieces that are here: rows of blocks and samples, and pages. Its methods are those of
 * `Segment`; of what is not here, a place is -1, a code unit -1, a stretch `GARBLED`, and no word starts there.
 */
export class BlockText {
  /** The row that was looked at last: its suffix is read on, code unit for code unit, without any text. */
  #rows: Rows | undefined;
  #row = 0;
  #start = NOWHERE;
  private readonly local: LocalPieces;
  private readonly length: number;

  constructor(private readonly source: RangeSource) {
    this.local = source.local;
    this.length = source.index.length;
  }

  suffixAt(rank: number): number {
    const rows = this.local.rows(Math.floor(rank / BLOCK_ROWS));
    if (rows) return this.readOn(rows, rank % BLOCK_ROWS);
    const { index } = this.source;
    const sampled = foundAround(index, rank, MOST_LOOKED, ({ number, lo, width }) => {
      const sample = this.local.rows(samplePiece(index, number));
      if (!sample) return undefined;
      const row = Math.floor(((rank - lo) * SAMPLE_ROWS) / width);
      return this.readOn(sample, Math.min(row, sample.count - 1));
    });
    return sampled ?? NOWHERE;
  }

  private readOn(rows: Rows, row: number): number {
    this.#rows = rows;
    this.#row = row;
    this.#start = rows.positions[row] ?? NOWHERE;
    return this.#start;
  }

  codeAt(position: number): number {
    const i = position - this.#start;
    const known = i >= 0 && i < ROW_CODES && this.#rows ? this.#rows.codes[this.#row * ROW_CODES + i]! : 0;
    // What stands behind the end of an article is no part of its row.
    if (known !== 0) return known;
    if (position < 0 || position >= this.length) return -1;
    const piece = this.pagePiece(position);
    const page = this.local.page(piece);
    if (page) return page.text.charCodeAt(position % PAGE_CODES);
    if (this.isBesideOneHere(position, piece)) this.local.note(piece);
    return -1;
  }

  /** Whoever reads on over the edge of a page wants the next one. Rows are looked at by hundreds, and what stands behind one is not wanted because its neighbours are here. */
  private isBesideOneHere(position: number, piece: number): boolean {
    const at = position % PAGE_CODES;
    return (at === 0 && this.local.has(piece - 1)) || (at === PAGE_CODES - 1 && this.local.has(piece + 1));
  }

  isWordStart(position: number): boolean {
    if (position >= this.length) return true;
    const i = position - this.#start;
    const row = this.#row * ROW_CODES;
    if (i >= 0 && i <= ROW_CODES && this.#rows && (i === 0 || this.#rows.codes[row + i - 1] !== 0))
      return (this.#rows.wordStarts[this.#row]! & (1 << i)) !== 0;
    const page = position < 0 ? undefined : this.local.page(this.pagePiece(position));
    return page !== undefined && hasBit(page.wordBits, position % PAGE_CODES);
  }

  slice(start: number, end: number): string {
    const last = Math.min(end, this.length);
    let text = '';
    for (let at = Math.max(0, start); at < last; ) {
      const to = Math.min(last, at - (at % PAGE_CODES) + PAGE_CODES);
      const piece = this.pagePiece(at);
      const page = this.local.page(piece);
      if (!page) this.local.note(piece);
      text += page?.text.slice(at % PAGE_CODES, (at % PAGE_CODES) + to - at) ?? NOT_HERE.repeat(to - at);
      at = to;
    }
    return text;
  }

  hasText(start: number, end: number): boolean {
    for (let at = start - (start % PAGE_CODES); at < end; at += PAGE_CODES)
      if (!this.local.has(this.pagePiece(at))) return false;
    return true;
  }

  /** Number of the page that holds a position. */
  pagePiece(position: number): number {
    const { blocks, samples } = this.source.index.pieces;
    return blocks + samples + Math.floor(position / PAGE_CODES);
  }
}
