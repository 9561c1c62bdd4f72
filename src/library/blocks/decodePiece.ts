import { META_PAGE } from '../../engine/index/blocks/blockIndex';
import { decodeMetaPage, type PageMeta } from '../../engine/index/blocks/metaPage';
import type { ResidentIndex } from '../../engine/index/blocks/residentIndex';
import { BLOCK_ROWS, decodeRows, type Rows, SAMPLE_ROWS } from '../../engine/index/blocks/rows';
import { decodeTextPage, type TextPage } from '../../engine/index/blocks/textPage';
import { isInside } from '../fileTable';

/** A piece as it is read: rows of a block or a sample, a page of text, or one of metadata. */
export type Piece =
  | { readonly kind: 'rows'; readonly rows: Rows }
  | { readonly kind: 'page'; readonly page: TextPage }
  | { readonly kind: 'metas'; readonly metas: readonly PageMeta[] };

/** Reads a piece by its number, which says of what kind it is; null where the bytes are no such piece. */
export function decodePiece(index: ResidentIndex, piece: number, bytes: Uint8Array): Piece | null {
  const { blocks, samples, pages } = index.pieces;
  if (piece < blocks + samples) {
    const count = piece < blocks ? Math.min(BLOCK_ROWS, index.length - piece * BLOCK_ROWS) : SAMPLE_ROWS;
    const rows = decodeRows(bytes, index.alphabet, index.length, count);
    return rows && { kind: 'rows', rows };
  }
  const number = piece - blocks - samples;
  if (number < pages) {
    const page = decodeTextPage(bytes, number, index.length);
    return page && { kind: 'page', page };
  }
  const first = (number - pages) * META_PAGE;
  const metas = decodeMetaPage(bytes, Math.min(META_PAGE, index.articleStarts.length - first));
  return metas?.every(({ path }) => isInside(path)) ? { kind: 'metas', metas } : null;
}

/** About what it takes in memory; `unpackedBytes`: what it was read from. */
export function memoryOf(piece: Piece, unpackedBytes: number): number {
  if (piece.kind === 'rows') {
    const { codes, positions, wordStarts } = piece.rows;
    return codes.byteLength + positions.byteLength + wordStarts.byteLength;
  }
  return piece.kind === 'page' ? 2 * piece.page.text.length + piece.page.wordBits.length : 3 * unpackedBytes;
}
