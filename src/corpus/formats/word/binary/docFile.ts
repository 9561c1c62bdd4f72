import type { CompoundFile } from './compoundFile';

/** A Word 97 document taken apart: its main stream, its tables, and where the parts of its text are. */
export interface DocFile {
  /** The stream `WordDocument`. */
  readonly main: Buffer;
  /** A structure of the table stream by its number in the file information; empty where there is none. */
  table(number: number): Buffer;
  /** The same with all that follows it in the stream. */
  tableFrom(number: number): Buffer;
  /** In characters. */
  readonly bodyLength: number;
  /** Where the text of text boxes begins among the characters, and its length. */
  readonly boxesStart: number;
  readonly boxesLength: number;
}

/** Numbers of structures, as [MS-DOC] 2.5.6 lists them. */
export const STRUCTURES = {
  styles: 1,
  characterRuns: 12,
  paragraphRuns: 13,
  pieces: 33,
  shapes: 40,
  boxes: 56,
  lists: 73,
  listUses: 74,
} as const;

const POINTERS_AT = 154;
const FLAG_TABLE_1 = 0x0200;

/** Reads the file information block; null where the streams are not there, or too short to hold it. */
export function openDocFile(container: CompoundFile): DocFile | null {
  const main = container.stream('WordDocument');
  if (!main || main.length < POINTERS_AT + 8 * (STRUCTURES.listUses + 1)) return null;
  const number = (main.readUInt16LE(10) & FLAG_TABLE_1) === 0 ? '0Table' : '1Table';
  const tables = container.stream(number);
  if (!tables) return null;
  const start = (at: number) => main.readUInt32LE(POINTERS_AT + 8 * at);
  const length = (at: number) => main.readUInt32LE(POINTERS_AT + 8 * at + 4);
  // Body, notes, headers, macros, comments, end notes stand before the text boxes.
  const lengths = [76, 80, 84, 88, 92, 96].map(at => main.readUInt32LE(at));
  return {
    main,
    table: at => tables.subarray(start(at), start(at) + length(at)),
    tableFrom: at => (length(at) === 0 ? tables.subarray(0, 0) : tables.subarray(start(at))),
    bodyLength: lengths[0]!,
    boxesStart: lengths.reduce((sum, count) => sum + count, 0),
    boxesLength: main.readUInt32LE(100),
  };
}
