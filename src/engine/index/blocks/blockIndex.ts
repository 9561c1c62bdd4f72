import { areTextCodes } from '../textCodes';
import type { Alphabet } from './alphabet';
import { packColumns, unpackColumns } from './packedColumns';
import { BLOCK_ROWS } from './rows';
import { areSorted, areStrings, isRising, type Strings, stringCount } from './shortStrings';
import { pagesOf } from './textPage';

/** Articles of a page of metadata. */
export const META_PAGE = 64;
/** Bytes of a piece's SHA-256 that are kept. */
export const HASH_BYTES = 16;

/**
 * All that is published of a layout beside its pieces: where to look, and what each of them has to be. Pieces are numbered: first the blocks, then the
 * samples of the wide contexts, the pages of text, those of metadata.
 */
export interface BlockIndex {
  /** Length of the text, UTF-16; also the number of suffixes. */
  readonly length: number;
  readonly alphabet: Alphabet;
  /** One for each block: above all before it, and not above its first. */
  readonly separators: Strings;
  /** By what they begin with: their texts, ranks and widths. */
  readonly wide: Strings;
  readonly wideLo: Uint32Array;
  readonly wideWidth: Uint32Array;
  /** By article: its start, its near-duplicates, its packed date. */
  readonly articleStarts: Uint32Array;
  readonly clusters: Int32Array;
  readonly dates: Int32Array;
  /** By object: number of its first piece; and their number. */
  readonly objectStarts: Uint32Array;
  /** By piece: its bytes, packed, and the beginning of their hash. */
  readonly pieceBytes: Uint32Array;
  readonly pieceHashes: Uint8Array;
}

/** Numbers of the pieces of each kind. */
export interface Pieces {
  readonly blocks: number;
  readonly samples: number;
  readonly pages: number;
  readonly metas: number;
}

/** How many pieces of each kind a layout has. */
export function piecesOf({ separators, wide, length, articleStarts }: Omit<BlockIndex, keyof PieceColumns>): Pieces {
  return {
    blocks: stringCount(separators),
    samples: stringCount(wide),
    pages: pagesOf(length),
    metas: Math.ceil(articleStarts.length / META_PAGE),
  };
}

/** What is known of the pieces when they are packed. */
export type PieceColumns = Pick<BlockIndex, 'pieceBytes' | 'pieceHashes' | 'objectStarts'>;

const COLUMNS = 14;

/** The bytes of an index, not packed yet; `decodeBlockIndex` reads them. */
export function encodeBlockIndex(index: BlockIndex): Uint8Array {
  const { length, alphabet, separators, wide, wideLo, wideWidth, articleStarts, clusters, dates } = index;
  return packColumns([
    Uint32Array.of(length),
    alphabet.codes,
    separators.codes,
    separators.starts,
    wide.codes,
    wide.starts,
    wideLo,
    wideWidth,
    articleStarts,
    clusters,
    dates,
    index.pieceBytes,
    index.pieceHashes,
    index.objectStarts,
  ]);
}

/** Reads it again; null where the bytes are no such index, or one that contradicts itself. Numbers of near-duplicates are below `clusters`. */
export function decodeBlockIndex(packed: Uint8Array, clusters = 2 ** 30): BlockIndex | null {
  const columns = unpackColumns(packed, COLUMNS);
  if (!columns || columns.some((column, i) => column.byteLength % widths[i]! !== 0)) return null;
  const u16 = (i: number) => new Uint16Array(columns[i]!);
  const u32 = (i: number) => new Uint32Array(columns[i]!);
  const index: BlockIndex = {
    length: u32(0)[0] ?? 0,
    alphabet: { codes: u16(1) },
    separators: { codes: u16(2), starts: u32(3) },
    wide: { codes: u16(4), starts: u32(5) },
    wideLo: u32(6),
    wideWidth: u32(7),
    articleStarts: u32(8),
    clusters: new Int32Array(columns[9]!),
    dates: new Int32Array(columns[10]!),
    pieceBytes: u32(11),
    pieceHashes: new Uint8Array(columns[12]!),
    objectStarts: u32(13),
  };
  return isSound(index) && index.clusters.every(cluster => cluster >= 0 && cluster < clusters) ? index : null;
}

/** Bytes of a number of each column. */
const widths = [4, 2, 2, 4, 2, 4, 4, 4, 4, 4, 4, 4, 1, 4];

function isSound(index: BlockIndex): boolean {
  const { length, separators, wide, wideLo, wideWidth, articleStarts, clusters, dates } = index;
  const { pieceBytes, pieceHashes, objectStarts } = index;
  if (![separators, wide].every(areStrings)) return false;
  const { blocks, samples, pages, metas } = piecesOf(index);
  const pieces = blocks + samples + pages + metas;
  const articles = articleStarts.length;
  return (
    blocks === Math.ceil(length / BLOCK_ROWS) &&
    areTextCodes(index.alphabet.codes, 0) &&
    areSorted(separators) &&
    areSorted(wide) &&
    [wideLo, wideWidth].every(column => column.length === samples) &&
    wideLo.every((lo, i) => lo >= (wideLo[i - 1] ?? 0) && wideWidth[i]! > 0 && lo + wideWidth[i]! <= length) &&
    dates.every(date => date >= 0 && date <= 99_999_999) &&
    [clusters, dates].every(column => column.length === articles) &&
    isRising(articleStarts, 0, length) &&
    articleStarts.every((start, i) => start < length && (i === 0 || start > articleStarts[i - 1]!)) &&
    pieceBytes.length === pieces &&
    pieceHashes.length === pieces * HASH_BYTES &&
    isRising(objectStarts, 0, pieces) &&
    (objectStarts.at(-1) ?? 0) === pieces
  );
}
