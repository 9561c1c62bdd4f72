import { type Column, packColumns, unpackColumns } from './packedColumns';
import { firstWhere } from './rows';
import { areStrings, packStrings, type Strings, stringCount, stringsBetween, textOf } from './shortStrings';

/** Rows of a table in the order of their texts: each has one, and a number in each column. */
export interface Shelf {
  readonly texts: Strings;
  readonly columns: readonly Uint32Array[];
}

/**
 * A table in that order, of which what each shelf begins with is in memory. The shelves may be elsewhere, and one that cannot be read
 * is `null`: of it nothing is known.
 */
export interface Shelves {
  readonly count: number;
  /** Rows of each shelf but the last. */
  readonly rows: number;
  /** By shelf: its first text, and its first number in each column. */
  readonly firsts: Shelf;
  readonly read: (shelf: number) => Shelf | null;
}

/** All of it in memory, as one shelf. */
export const oneShelf = (table: Shelf): Shelves => {
  const count = stringCount(table.texts);
  return { count, rows: Math.max(1, count), firsts: firstRows(table, Math.max(1, count)), read: () => table };
};

/** Every `every`-th row, from the first on. */
export function firstRows({ texts, columns }: Shelf, every: number): Shelf {
  const numbers = Array.from({ length: Math.ceil(stringCount(texts) / every) }, (_, shelf) => shelf * every);
  return {
    texts: packStrings(numbers.map(number => textOf(texts, number))),
    columns: columns.map(column => Uint32Array.from(numbers, number => column[number]!)),
  };
}

/** The bytes of each shelf of so many rows. */
export function* encodeShelves({ texts, columns }: Shelf, rows: number): Generator<Uint8Array> {
  const count = stringCount(texts);
  for (let first = 0; first < count; first += rows) {
    const end = Math.min(count, first + rows);
    const { codes, starts } = stringsBetween(texts, first, end);
    const own: Column[] = [codes, starts, ...columns.map(column => column.subarray(first, end))];
    yield packColumns(own);
  }
}

/** Reads one again; null where the bytes are none with so many columns. */
export function decodeShelf(bytes: Uint8Array, columns: number): Shelf | null {
  const read = unpackColumns(bytes, 2 + columns);
  if (!read || read[0]!.byteLength % 2 !== 0 || read.slice(1).some(({ byteLength }) => byteLength % 4 !== 0))
    return null;
  const [codes, starts, ...others] = read;
  const texts = { codes: new Uint16Array(codes!), starts: new Uint32Array(starts!) };
  const shelf = { texts, columns: others.map(column => new Uint32Array(column)) };
  return areStrings(texts) && shelf.columns.every(({ length }) => length === stringCount(texts)) ? shelf : null;
}

/** The first row for whose text it is true, as it is for all behind; undefined where the shelf that would tell cannot be read. */
export function firstRow(
  { count, rows, firsts, read }: Shelves,
  isTrue: (texts: Strings, number: number) => boolean,
): number | undefined {
  if (count === 0) return 0;
  const shelf = Math.max(0, firstWhere(stringCount(firsts.texts), number => isTrue(firsts.texts, number)) - 1);
  const texts = read(shelf)?.texts;
  return texts && shelf * rows + firstWhere(stringCount(texts), number => isTrue(texts, number));
}
