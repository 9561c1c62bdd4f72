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
import { BLOCK_ROWS, decodeRows, SAMPLE_ROWS } from '../../../../../src/engine/index/blocks/rows';
import { decodeTextPage } from '../../../../../src/engine/index/blocks/textPage';
import type { CorpusView } from '../../../../../src/engine/index/segment';

/** Some segments as a library has them: index and pieces, all through their bytes. */
export interface TestLayout {
  readonly index: BlockIndex;
  readonly pieces: readonly Uint8Array[];
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
    return { index: decodeBlockIndex(encodeBlockIndex({ ...value, ...columns }))!, pieces };
  }
}

/** A reader of it that has only these pieces. */
export function blockSegmentOf(
  { index, pieces }: TestLayout,
  here: (piece: number) => boolean = () => true,
  note: (piece: number) => void = () => undefined,
  speakers?: (article: number) => string | null,
): BlockSegment {
  const { blocks, samples, pages } = piecesOf(index);
  const bytes = (piece: number) => (here(piece) ? pieces[piece] : undefined);
  const local: LocalPieces = {
    has: piece => bytes(piece) !== undefined,
    rows(piece) {
      const rows = bytes(piece);
      const count = piece < blocks ? Math.min(BLOCK_ROWS, index.length - piece * BLOCK_ROWS) : SAMPLE_ROWS;
      return (rows && decodeRows(rows, index.alphabet, index.length, count)) ?? undefined;
    },
    page(piece) {
      const page = bytes(piece);
      return (page && decodeTextPage(page, piece - blocks - samples, index.length)) ?? undefined;
    },
    metas(piece) {
      const page = bytes(piece);
      const first = (piece - blocks - samples - pages) * META_PAGE;
      return (page && decodeMetaPage(page, Math.min(META_PAGE, index.articleStarts.length - first))) ?? undefined;
    },
    note,
  };
  const dead = new Uint8Array(Math.ceil(index.articleStarts.length / 8));
  return new BlockSegment(index, local, {
    id: 'blocks',
    clusterBase: 0,
    dead,
    weight: 1,
    weights: null,
    pathOf: path => path,
    speakers: () => speakers,
  });
}
