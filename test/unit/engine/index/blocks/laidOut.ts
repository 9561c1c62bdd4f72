import {
  type BlockIndex,
  decodeBlockIndex,
  encodeBlockIndex,
  HASH_BYTES,
  META_PAGE,
  piecesOf,
} from '../../../../../src/engine/index/blocks/blockIndex';
import type { LocalPieces } from '../../../../../src/engine/index/blocks/blockRanges';
import { BlockSegment } from '../../../../../src/engine/index/blocks/blockSegment';
import { layOut } from '../../../../../src/engine/index/blocks/layOut';
import { decodeMetaPage } from '../../../../../src/engine/index/blocks/metaPage';
import {
  type ResidentIndex,
  residentIndex,
  separatorsOf,
  wideOf,
} from '../../../../../src/engine/index/blocks/residentIndex';
import { BLOCK_ROWS, decodeRows, SAMPLE_ROWS } from '../../../../../src/engine/index/blocks/rows';
import {
  decodeShelf,
  encodeShelves,
  firstRows,
  type Shelf,
  type Shelves,
} from '../../../../../src/engine/index/blocks/shelves';
import { stringCount } from '../../../../../src/engine/index/blocks/shortStrings';
import { decodeTextPage } from '../../../../../src/engine/index/blocks/textPage';
import type { CorpusView } from '../../../../../src/engine/index/segment';

/** Some segments as a library has them: index and pieces, all through their bytes. */
export interface TestLayout {
  readonly index: BlockIndex;
  readonly pieces: readonly Uint8Array[];
  /** Each once it has been read. */
  readonly read: Map<number, unknown>;
}

export function laidOut(segments: CorpusView): TestLayout {
  const pieces: Uint8Array[] = [];
  const steps = layOut(segments, (segment, article) => `讲话/${segment}-${article}.txt`);
  for (;;) {
    const { value, done } = steps.next();
    if (!done) {
      pieces.push(value);
      continue;
    }
    const columns = {
      pieceBytes: Uint32Array.from(pieces, ({ length }) => length),
      pieceHashes: new Uint8Array(pieces.length * HASH_BYTES),
      objectStarts: Uint32Array.of(0, pieces.length),
    };
    return { index: decodeBlockIndex(encodeBlockIndex({ ...value, ...columns }))!, pieces, read: new Map() };
  }
}

type Tables = Pick<ResidentIndex, 'separators' | 'wide'>;

/** The tables of an index on shelves of so many rows, all through their bytes; some of them cannot be read. */
export function shelved(index: BlockIndex, rows: number, isThere: (shelf: number) => boolean = () => true): Tables {
  const onShelves = (table: Shelf): Shelves => {
    const bytes = [...encodeShelves(table, rows)];
    return {
      count: stringCount(table.texts),
      rows,
      firsts: firstRows(table, rows),
      read: shelf => (isThere(shelf) && bytes[shelf] ? decodeShelf(bytes[shelf], table.columns.length) : null),
    };
  };
  return { separators: onShelves(separatorsOf(index)), wide: onShelves(wideOf(index)) };
}

/** A reader of it that has only these pieces. */
export function blockSegmentOf(
  { index, pieces, read }: TestLayout,
  here: (piece: number) => boolean = () => true,
  note: (piece: number) => void = () => undefined,
  speakers?: (article: number) => string | null,
  shelves?: Tables,
): BlockSegment {
  const { blocks, samples, pages } = piecesOf(index);
  const readOnce = <Read>(piece: number, decode: (bytes: Uint8Array) => Read | null): Read | undefined => {
    if (!here(piece) || !pieces[piece]) return undefined;
    if (!read.has(piece)) read.set(piece, decode(pieces[piece]) ?? undefined);
    return read.get(piece) as Read | undefined;
  };
  const local: LocalPieces = {
    has: piece => here(piece) && pieces[piece] !== undefined,
    rows(piece) {
      const count = piece < blocks ? Math.min(BLOCK_ROWS, index.length - piece * BLOCK_ROWS) : SAMPLE_ROWS;
      return readOnce(piece, bytes => decodeRows(bytes, index.alphabet, index.length, count));
    },
    page: piece => readOnce(piece, bytes => decodeTextPage(bytes, piece - blocks - samples, index.length)),
    metas(piece) {
      const first = (piece - blocks - samples - pages) * META_PAGE;
      return readOnce(piece, bytes => decodeMetaPage(bytes, Math.min(META_PAGE, index.articleStarts.length - first)));
    },
    note,
  };
  const dead = new Uint8Array(Math.ceil(index.articleStarts.length / 8));
  return new BlockSegment(residentIndex(index, shelves), local, {
    id: 'blocks',
    clusterBase: 0,
    dead,
    weight: 1,
    weights: null,
    pathOf: path => path,
    speakers: () => speakers,
  });
}
