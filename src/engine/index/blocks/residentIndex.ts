import type { Alphabet } from './alphabet';
import { type BlockIndex, type Pieces, piecesOf } from './blockIndex';
import { PackedNumbers, PackedStarts } from './packedNumbers';
import { firstWhere } from './rows';
import { firstRow, oneShelf, type Shelf, type Shelves } from './shelves';
import { compareString, isBeyond } from './shortStrings';

/** What a reader keeps in memory of a layout: where to look. */
export interface ResidentIndex {
  /** Length of the text, UTF-16; also the number of suffixes. */
  readonly length: number;
  readonly alphabet: Alphabet;
  readonly pieces: Pieces;
  /** One for each block: see `BlockIndex`. */
  readonly separators: Shelves;
  /** Columns: ranks and widths. */
  readonly wide: Shelves;
  /** By article. */
  readonly articleStarts: PackedStarts;
  readonly clusters: PackedNumbers;
  readonly dates: PackedNumbers;
  readonly objectStarts: Uint32Array;
}

/** The tables of an index that are searched. */
export const separatorsOf = ({ separators }: Pick<BlockIndex, 'separators'>): Shelf => ({
  texts: separators,
  columns: [],
});
export const wideOf = ({ wide, wideLo, wideWidth }: Pick<BlockIndex, 'wide' | 'wideLo' | 'wideWidth'>): Shelf => ({
  texts: wide,
  columns: [wideLo, wideWidth],
});

/** What is kept of an index, with its tables in memory or wherever `shelves` has them. */
export function residentIndex(
  index: BlockIndex,
  shelves: Pick<ResidentIndex, 'separators' | 'wide'> = {
    separators: oneShelf(separatorsOf(index)),
    wide: oneShelf(wideOf(index)),
  },
): ResidentIndex {
  const { length, alphabet, articleStarts, clusters, dates, objectStarts } = index;
  return {
    ...{ length, alphabet, objectStarts },
    pieces: piecesOf(index),
    ...shelves,
    articleStarts: new PackedStarts(articleStarts),
    // Who is like nobody gets the next number.
    clusters: new PackedNumbers(clusters, 1),
    dates: new PackedNumbers(dates),
  };
}

/** Blocks [first, last] in which the suffixes that begin with `pattern` are, if there are any; undefined where that cannot be known. */
export function blocksOf({ separators }: ResidentIndex, pattern: string): { first: number; last: number } | undefined {
  const first = firstRow(separators, (texts, block) => compareString(texts, block, pattern) >= 0);
  const last = firstRow(separators, (texts, block) => isBeyond(texts, block, pattern));
  if (first === undefined || last === undefined) return undefined;
  return { first: Math.max(0, first - 1), last: Math.max(0, last - 1) };
}

/** A wording that is in many blocks: its number, and ranks [lo, lo + width). */
export interface WideRange {
  readonly number: number;
  readonly lo: number;
  readonly width: number;
}

/** The wide context with this text; undefined where it is none. */
export function wideContext({ wide }: ResidentIndex, text: string): WideRange | undefined {
  const number = firstRow(wide, (texts, row) => compareString(texts, row, text) >= 0);
  if (number === undefined || number >= wide.count) return undefined;
  const shelf = wide.read(Math.floor(number / wide.rows));
  const row = number % wide.rows;
  return shelf && compareString(shelf.texts, row, text) === 0 ? rangeAt(shelf, row, number) : undefined;
}

/** What is first found at one of the wide contexts around a rank, the narrowest first. Of those that begin before it, `most` are looked at. */
export function foundAround<Found>(
  { wide }: ResidentIndex,
  rank: number,
  most: number,
  find: (range: WideRange) => Found | undefined,
): Found | undefined {
  const { rows, firsts, read } = wide;
  const starts = firsts.columns[0]!;
  let look = 0;
  for (let number = firstWhere(starts.length, first => starts[first]! > rank) - 1; number >= 0; number--) {
    const shelf = read(number);
    if (!shelf) return undefined;
    const [los, widths] = [shelf.columns[0]!, shelf.columns[1]!];
    for (let row = firstWhere(los.length, row => los[row]! > rank) - 1; row >= 0; row--, look++) {
      if (look === most) return undefined;
      if (los[row]! + widths[row]! <= rank) continue;
      const found = find(rangeAt(shelf, row, number * rows + row));
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

const rangeAt = ({ columns }: Shelf, row: number, number: number): WideRange => ({
  number,
  lo: columns[0]![row]!,
  width: columns[1]![row]!,
});

/** Number of the article that holds a position. */
export const articleOf = ({ articleStarts }: ResidentIndex, position: number): number =>
  articleStarts.lastUpTo(position);
