import { type DocFile, STRUCTURES } from './docFile';
import { sprms } from './sprms';

/** Bytes of the main stream whose text is formatted alike. */
export interface Run<Format> {
  readonly from: number;
  readonly to: number;
  readonly format: Format;
}

/** The formatting of a run of characters, as far as it changes what is read. */
export interface CharacterFormat {
  /** Hidden, or deleted by who revised the text, or a sign of a symbol font. */
  readonly isLeftOut: boolean;
  readonly isRaised: boolean;
}

/** The formatting of a paragraph, as far as it changes what is read. */
export interface ParagraphFormat {
  readonly style: number;
  /** Its list, from 1; 0 takes it out of the list of its style; `undefined`: as its style says. */
  readonly list: number | undefined;
  readonly level: number | undefined;
  readonly isInTable: boolean;
  /** An initial that takes several lines: the beginning of the next paragraph. */
  readonly isInitial: boolean;
  /** The end of a row of a table. */
  readonly isRowEnd: boolean;
}

const PAGE_BYTES = 512;

/** The formatting of its characters, run by run in the order of the main stream; what the tables leave out is plain. */
export function characterRuns(file: DocFile): Run<CharacterFormat>[] {
  return readRuns(file, STRUCTURES.characterRuns, 1, (page, at) =>
    at === 0 ? PLAIN : characterFormat(page.subarray(at + 1, at + 1 + page[at]!)),
  );
}

/** Likewise of its paragraphs: a run is one. */
export function paragraphRuns(file: DocFile): Run<ParagraphFormat>[] {
  return readRuns(file, STRUCTURES.paragraphRuns, 13, (page, at) => {
    if (at === 0) return { style: 0, ...paragraphFormat(page.subarray(0, 0)) };
    const [from, length] = page[at] === 0 ? [at + 2, 2 * page[at + 1]!] : [at + 1, 2 * page[at]! - 1];
    const list = page.subarray(from, from + length);
    return { style: list.length >= 2 ? list.readUInt16LE(0) : 0, ...paragraphFormat(list.subarray(2)) };
  });
}

/** The run that holds a byte of the main stream; runs are in the order of their bytes. */
export function runAt<Format>(runs: readonly Run<Format>[], offset: number): number {
  let [low, high] = [0, runs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (runs[middle]!.to <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

const PLAIN: CharacterFormat = { isLeftOut: false, isRaised: false };
const [DELETED, VANISHES, SYMBOL, RAISED] = [0x0800, 0x083c, 0x6a09, 0x2a48];

function characterFormat(list: Buffer): CharacterFormat {
  let [isLeftOut, isRaised] = [false, false];
  for (const { code, operand } of sprms(list)) {
    if ((code === DELETED || code === VANISHES) && operand[0]! % 2 === 1) isLeftOut = true;
    else if (code === SYMBOL) isLeftOut = true;
    else if (code === RAISED) isRaised = operand[0] === 1;
  }
  return isLeftOut || isRaised ? { isLeftOut, isRaised } : PLAIN;
}

const [LIST, LEVEL, IN_TABLE, ROW_END, INNER_ROW_END, INITIAL] = [0x460b, 0x260a, 0x2416, 0x2417, 0x244c, 0x442c];

/** What modifications of a paragraph or of a style say. */
export function paragraphFormat(modifications: Buffer): Omit<ParagraphFormat, 'style'> {
  let [list, level]: (number | undefined)[] = [];
  let [isInTable, isRowEnd, isInitial] = [false, false, false];
  for (const { code, operand } of sprms(modifications)) {
    if (code === LIST && operand.length === 2) list = operand.readUInt16LE(0);
    else if (code === LEVEL) level = operand[0];
    else if (code === INITIAL) isInitial = (operand[0]! & 7) > 0;
    else if (code === IN_TABLE) isInTable = operand[0] === 1;
    else if ((code === ROW_END || code === INNER_ROW_END) && operand[0] === 1) isRowEnd = true;
  }
  return { list, level, isInTable, isRowEnd, isInitial };
}

/** Runs lie in pages of the main stream, each with its bounds from the front and its formatting from the back. */
function readRuns<Format>(
  file: DocFile,
  structure: number,
  stride: number,
  format: (page: Buffer, at: number) => Format,
): Run<Format>[] {
  const plc = file.table(structure);
  const count = Math.floor((plc.length - 4) / 8);
  const runs: Run<Format>[] = [];
  for (let i = 0; i < count; i++) {
    const start = (plc.readUInt32LE(4 * (count + 1) + 4 * i) & 0x3fffff) * PAGE_BYTES;
    const page = file.main.subarray(start, start + PAGE_BYTES);
    if (page.length < PAGE_BYTES) continue;
    const size = page[PAGE_BYTES - 1]!;
    if (4 * (size + 1) + stride * size >= PAGE_BYTES) continue;
    for (let k = 0; k < size; k++) {
      const [from, to] = [page.readUInt32LE(4 * k), page.readUInt32LE(4 * k + 4)];
      if (to > from) runs.push({ from, to, format: format(page, 2 * page[4 * (size + 1) + stride * k]!) });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}
