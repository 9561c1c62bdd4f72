import type { BlockIndex } from '../../src/engine/index/blocks/blockIndex';
import { residentIndex, separatorsOf, wideOf } from '../../src/engine/index/blocks/residentIndex';
import { encodeShelves, firstRows, type Shelf } from '../../src/engine/index/blocks/shelves';
import { SHELF_ROWS } from '../../src/library/blocks/shelfFile';

/** What a reader has of the index of a layout, in bytes: each share as it is published, in memory, and in memory where the tables are on disk. */
export interface ResidentBytes {
  readonly shares: Readonly<Record<string, readonly [published: number, held: number, heldOnShelves: number]>>;
  readonly tablesOnDisk: number;
}

/** Where each shelf ends. */
const END_BYTES = 4;
const bytesOf = ({ texts, columns }: Shelf): number =>
  texts.codes.byteLength + texts.starts.byteLength + columns.reduce((sum, column) => sum + column.byteLength, 0);

export function residentBytes(index: BlockIndex): ResidentBytes {
  const { articleStarts, clusters, dates } = residentIndex(index);
  const same = (bytes: number, held = bytes) => [bytes, held, held] as const;
  const tables = [separatorsOf(index), wideOf(index)];
  const [separators, wide] = tables.map(table => {
    const firsts = firstRows(table, SHELF_ROWS);
    return [bytesOf(table), bytesOf(table), bytesOf(firsts) + END_BYTES * (firsts.texts.starts.length - 1)] as const;
  });
  return {
    shares: {
      separators: separators!,
      'wide contexts': wide!,
      'starts of articles': same(index.articleStarts.byteLength, articleStarts.byteLength),
      'near-duplicates': same(index.clusters.byteLength, clusters.byteLength),
      dates: same(index.dates.byteLength, dates.byteLength),
      alphabet: same(index.alphabet.codes.byteLength),
      objects: same(index.objectStarts.byteLength),
      'dead articles': same(Math.ceil(index.articleStarts.length / 8)),
    },
    tablesOnDisk: tables
      .flatMap(table => [...encodeShelves(table, SHELF_ROWS)])
      .reduce((sum, { length }) => sum + length, 0),
  };
}
