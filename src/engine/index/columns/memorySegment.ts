import type { ArticleTable } from '../articles/articleTable';
import { gramsAmong } from '../grams/grams';
import { ColumnSegment, type SmallColumns } from './columnSegment';
import type { SuffixColumn } from './suffixColumn';

/** The columns of a segment all of which is in memory. */
export interface MemoryColumns extends SmallColumns {
  readonly text: Uint16Array;
  readonly suffixes: SuffixColumn;
  /** `encodeGrams`, where there is one. */
  readonly grams?: Uint8Array;
}

/** A segment all of which is in memory. */
export class MemorySegment extends ColumnSegment {
  private readonly text: Uint16Array;
  private readonly suffixes: SuffixColumn;
  private readonly grams: Uint8Array | undefined;

  constructor(id: string, columns: MemoryColumns, articles: ArticleTable) {
    super(id, columns.text.length, columns, articles);
    this.text = columns.text;
    this.suffixes = columns.suffixes;
    this.grams = columns.grams;
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

  mayHave(hashes: Uint32Array): Uint8Array | undefined {
    return this.grams && gramsAmong(this.grams, hashes);
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
