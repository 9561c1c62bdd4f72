import { closeSync, openSync, readSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeAtomic } from '../../corpus/storage/writeAtomic';
import type { BlockIndex } from '../../engine/index/blocks/blockIndex';
import { type ResidentIndex, separatorsOf, wideOf } from '../../engine/index/blocks/residentIndex';
import { decodeShelf, encodeShelves, firstRows, type Shelf, type Shelves } from '../../engine/index/blocks/shelves';
import { stringCount } from '../../engine/index/blocks/shortStrings';
import type { PieceMemory } from './pieceMemory';

/** Rows of a shelf: about a kilobyte, which is read as fast as less. */
export const SHELF_ROWS = 64;
/** A file that cannot be read is not tried again so long. */
const AGAIN_MS = 10_000;
/** What a shelf takes in memory beside its bytes. */
const SHELF_OVERHEAD = 600;

interface ShelfOptions {
  /** Of the layout. */
  readonly id: string;
  readonly memory: PieceMemory;
  /** Hears why nothing can be read. */
  readonly heard: (error: Error) => void;
}

/**
 * The tables of a layout in a file on this disk, written unless they are there as they should be. A question reads the shelf it asks for at
 * once, without waiting: a wording may be in any of them, and whoever counts a hundred of them waits for none.
 */
export async function storeShelves(
  path: string,
  index: BlockIndex,
  options: ShelfOptions,
): Promise<Pick<ResidentIndex, 'separators' | 'wide'>> {
  const tables = [separatorsOf(index), wideOf(index)];
  const shelves = tables.map(table => [...encodeShelves(table, SHELF_ROWS)]);
  const bytes = Buffer.concat(shelves.flat());
  const here = await readFile(path).catch(() => null);
  if (!here?.equals(bytes)) await writeAtomic(path, [bytes]);
  const orNone = patiently(options.heard);
  let at = 0;
  const [separators, wide] = tables.map((table, number) => {
    const ends = Uint32Array.from(shelves[number]!, ({ length }) => (at += length));
    const from = at - shelves[number]!.reduce((sum, { length }) => sum + length, 0);
    return onDisk(table, { path, ends, from, orNone, ...options, id: `${options.id} ${'sw'[number]}` });
  });
  return { separators: separators!, wide: wide! };
}

interface OnDisk extends ShelfOptions {
  /** Where the first shelf begins, and where each ends. */
  readonly from: number;
  readonly ends: Uint32Array;
  readonly path: string;
  readonly orNone: Patiently;
}

function onDisk(table: Shelf, { path, id, memory, from, ends, orNone }: OnDisk): Shelves {
  const count = stringCount(table.texts);
  const columns = table.columns.length;
  const held = memory.of(id);
  const readNow = (shelf: number): Shelf => {
    const bytes = readStretch(path, ends[shelf - 1] ?? from, ends[shelf]!);
    const read = decodeShelf(bytes, columns);
    // What somebody else has written there since is none of ours.
    const isOurs = read && stringCount(read.texts) === Math.min(SHELF_ROWS, count - shelf * SHELF_ROWS);
    if (!isOurs) throw new Error(`${path}: ${shelf}`);
    held.set(shelf, read, bytes.length + SHELF_OVERHEAD);
    return read;
  };
  return {
    count,
    rows: SHELF_ROWS,
    firsts: firstRows(table, SHELF_ROWS),
    read: shelf => (held.get(shelf) as Shelf | undefined) ?? orNone(() => readNow(shelf)),
  };
}

/** What is read, or null where that has failed lately. */
type Patiently = <Read>(readNow: () => Read) => Read | null;

function patiently(heard: (error: Error) => void): Patiently {
  let failedUntil = Number.NEGATIVE_INFINITY;
  return readNow => {
    if (performance.now() < failedUntil) return null;
    try {
      return readNow();
    } catch (error) {
      failedUntil = performance.now() + AGAIN_MS;
      heard(error as Error);
      return null;
    }
  };
}

function readStretch(path: string, from: number, to: number): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(to - from);
    if (readSync(file, bytes, 0, bytes.length, from) < bytes.length) throw new Error(`${path}: ${from}`);
    return bytes;
  } finally {
    closeSync(file);
  }
}
