import type { ArticleTable } from '../articles/articleTable';
import { ColumnSegment, type SmallColumns } from './columnSegment';
import type { SuffixColumn } from './suffixColumn';

/** The columns of a segment all of which is in memory. */
export interface MemoryColumns extends SmallColumns {
  readonly text: Uint16Array;
  readonly suffixes: SuffixColumn;
}

/** A segment all of which is in memory. */
export class MemorySegment extends ColumnSegment {
  private readonly text: Uint16Array;
  private readonly suffixes: SuffixColumn;

  constructor(id: string, columns: MemoryColumns, articles: ArticleTable) {
    super(id, columns.text.length, columns, articles);
    this.text = columns.text;
    this.suffixes = columns.suffixes;
  }

  codeAt(position: number): number {
    return position >= 0 && position < this.text.length ? this.text[position]! : -1;
  }

  suffixAt(rank: number): number {
    return this.suffixes.at(rank);
  }

  branchAt(group: number): number {
    return this.suffixes.branchAt(group);
  }

  slice(start: number, end: number): string {
    return decodeCodeUnits(this.text.subarray(Math.max(0, start), Math.max(0, end)));
  }
}

/** As many arguments as a call safely takes. */
const CHUNK = 8192;

/** UTF-16 code units as a string, lone surrogates included. */
export function decodeCodeUnits(units: Uint16Array): string {
  if (units.length <= CHUNK) return String.fromCharCode.apply(null, units as unknown as number[]);
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK) text += decodeCodeUnits(units.subarray(at, at + CHUNK));
  return text;
}
