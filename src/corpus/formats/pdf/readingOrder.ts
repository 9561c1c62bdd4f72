import { rowText } from '../tableRow';
import { bodySize, type Column, percentile, type Row } from './layout';

/** A line of text to be, with the size of its type. */
export interface TextLine {
  text: string;
  readonly size: number;
  /** 0-based. */
  readonly page: number;
  /** Is it a row of a table? */
  readonly isRow: boolean;
}

/** Lengths in parts of the type size. */
const INDENT = 1.1;
const SHORT = 1.7;
/** A mark that hangs over the margin makes the other lines a character short. */
const FULL = 1.3;
const VERY_SHORT = 5;
const CELL_GAP = 1.6;
const OTHER_SIZE = 0.09;
/** A line further below than this many times the usual is no next line of a paragraph. */
const WIDE_PITCH = 1.45;
const SHARE_OF_INDENTED = 0.06;
/** A line with an indent that reaches so far is the first of a paragraph, and no heading set in the middle. */
const FULL_SHARE = 0.8;
const ENDS_SENTENCE = /[。！？…；：!?;:][”’」』）)】》"']*$/;
const NUMBERED =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[章节条编部]|\d{1,2}[.．、](?!\d)|[①-⑳])/;
const LONGEST_CENTRED = 40;

interface Placed {
  readonly row: Row;
  readonly column: Column;
  readonly isRow: boolean;
}

/**
 * Joins rows to paragraphs, across columns and pages: by indent, by how far the line before reached, by the distance and
 * the size of type. A table or a chart that stands in the middle of a paragraph goes behind it.
 */
export function joinParagraphs(columns: readonly Column[]): TextLine[] {
  const size = bodySize(columns.flatMap(({ rows }) => rows));
  const placed = columns.flatMap(column => markRows(column, size));
  const usesIndent = indents(placed.filter(({ isRow }) => !isRow));
  const pitch = usualPitch(columns, size);
  const lines: TextLine[] = [];
  let floating: TextLine[] = [];
  let open: TextLine | null = null;
  let last: Placed | null = null;
  for (const next of placed) {
    const { row, column, isRow } = next;
    if (isRow || (row.size < size * (1 - OTHER_SIZE) && open !== null && row.size !== last?.row.size)) {
      const texts = isRow ? rowText(row.cells.map(({ text }) => [text])) : [row.text];
      for (const text of texts) floating.push({ text, size: row.size, page: column.page, isRow: true });
      continue;
    }
    const hadFloating = floating.length > 0;
    if (open && last && continues(last, next, { usesIndent, pitch, hadFloating }))
      open.text += glue(open.text, row.text) + row.text;
    else {
      for (const line of floating) lines.push(line);
      floating = [];
      open = { text: row.text, size: row.size, page: column.page, isRow: false };
      lines.push(open);
    }
    last = next;
  }
  return [...lines, ...floating];
}

/** Rows of tables: cells apart from each other, in two rows at least that follow each other. */
function markRows(column: Column, size: number): Placed[] {
  const hasCells = column.rows.map(
    ({ cells }) =>
      cells.length > 1 && cells.some((cell, i) => i > 0 && cell.left - cells[i - 1]!.right > CELL_GAP * cell.size),
  );
  return column.rows.map((row, i) => {
    const near = hasCells[i - 1] || hasCells[i + 1];
    const isRow = hasCells[i]! && Boolean(near);
    // Within a table: what stands between two rows of cells, short of the margin.
    const isInside =
      !hasCells[i] &&
      Boolean(hasCells[i - 1] && hasCells[i + 1]) &&
      row.right - row.left < (column.right - column.left) * 0.6;
    return { row, column, isRow: isRow || (isInside && row.size <= size) };
  });
}

function indents(placed: readonly Placed[]): boolean {
  const indented = placed.filter(
    ({ row, column }) => isIndented(row, column) && row.right - column.left > (column.right - column.left) * FULL_SHARE,
  );
  return indented.length >= Math.max(2, placed.length * SHARE_OF_INDENTED);
}

function isIndented(row: Row, column: Column): boolean {
  return row.left - column.left >= INDENT * row.size;
}

/** The usual distance of lines, in points. */
function usualPitch(columns: readonly Column[], size: number): number {
  const distances = columns.flatMap(({ rows }) =>
    rows.slice(1).map((row, i) => (row.size > size * 1.1 ? 0 : row.y - rows[i]!.y)),
  );
  // Lines within paragraphs are the nearer ones.
  return (
    percentile(
      distances.filter(distance => distance > size * 0.9),
      0.25,
    ) || size * 1.5
  );
}

interface Setting {
  readonly usesIndent: boolean;
  readonly pitch: number;
  readonly hadFloating: boolean;
}

/** Is `next` the same paragraph as `last`? */
function continues(last: Placed, next: Placed, { usesIndent, pitch, hadFloating }: Setting): boolean {
  const { row, column } = next;
  const before = last.row;
  if (Math.abs(row.size - before.size) > before.size * OTHER_SIZE) return false;
  const isSameColumn = column === last.column;
  if (isCentred(before, last.column) && isCentred(row, column)) return false;
  const missing = (last.column.right - before.right) / before.size - wordWidth(row.text);
  const isOpen = !ENDS_SENTENCE.test(before.text);
  if (isSameColumn && !hadFloating && row.y - before.y > pitch * WIDE_PITCH) return false;
  if (isIndented(row, column)) return !usesIndent && isIndented(before, last.column) && missing < SHORT && isOpen;
  if (NUMBERED.test(row.text) && !isOpen) return false;
  // A full line that ends a sentence is more often within a paragraph than at its end.
  if (missing < SHORT) return usesIndent || isOpen || missing < FULL;
  return usesIndent && isOpen && missing < VERY_SHORT && !NUMBERED.test(before.text);
}

/** What a Latin word or a figure at the beginning of a line takes, in parts of the type size: it found no room before. */
function wordWidth(text: string): number {
  return (/^[\w.%‰,&+-]+[，。；：、）”]?/.exec(text)?.[0].length ?? 0) * 0.55;
}

/** Set in the middle, with room at both sides: a title, a date, a name. */
function isCentred(row: Row, column: Column): boolean {
  const [before, after] = [row.left - column.left, column.right - row.right];
  return (
    row.text.length <= LONGEST_CENTRED &&
    before > 2 * row.size &&
    after > 2 * row.size &&
    Math.abs(before - after) < 3 * row.size
  );
}

/** A blank where Latin words meet; a hyphen at the end of a line stays. */
function glue(before: string, after: string): string {
  return /[A-Za-z,.;]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : '';
}
