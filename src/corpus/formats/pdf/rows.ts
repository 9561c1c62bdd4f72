import { bodySize, type Fragment, type Row } from './layout';

/** Fragments whose base lines differ by less, in parts of the type size, stand in one row. */
const SAME_LINE = 0.4;
/** Cells of a row stand so far apart, in parts of the type size; a nearer neighbour is the same sentence. */
const CELL_GAP = 0.85;

/** Fragments by base line, from above, each row from the left. */
export function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
  const rows: Fragment[][] = [];
  for (const fragment of [...fragments].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && Math.abs(row[0]!.y - fragment.y) <= SAME_LINE * Math.min(fragment.size, row[0]!.size))
      row.push(fragment);
    else rows.push([fragment]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

/** What stands in a row as text: cells apart, letters that are only set wide together. */
export function toRow(cells: readonly Fragment[]): Row {
  let text = '';
  const isSpaced = isLetterSpaced(cells);
  for (const [i, cell] of cells.entries()) {
    const before = cells[i - 1];
    text += before && !isSpaced && cell.left - before.right > CELL_GAP * cell.size ? `\u3000${cell.text}` : cell.text;
  }
  return {
    cells: isSpaced ? [{ ...cells[0]!, text, right: cells.at(-1)!.right }] : cells,
    text,
    left: cells[0]!.left,
    right: cells.at(-1)!.right,
    y: cells[0]!.y,
    size: bodySize(cells),
  };
}

/** A short line stretched to the margin, or a title set wide: characters at equal distances. */
function isLetterSpaced(cells: readonly Fragment[]): boolean {
  if (cells.length < 3 || cells.reduce((sum, { text }) => sum + text.length, 0) > cells.length * 2) return false;
  const gaps = cells.slice(1).map((cell, i) => cell.left - cells[i]!.right);
  return Math.max(...gaps) - Math.min(...gaps) < cells[0]!.size * 0.6;
}
