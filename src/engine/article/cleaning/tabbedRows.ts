import type { Edit } from '../../text/edits';

/** Between the cells of a row, as the formats set it between those of their tables. */
const CELL_SEPARATOR = '｜';
const LONGEST_CELL_UTF16 = 60;
const GAP = /(?<=\S)[ \u3000]*\t[\t \u3000]*(?=\S)/g;
/** A list that was copied has a tab behind its numbers. */
const LIST_LABEL =
  /^\s*(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[.、．]?|[●○■◆·•\-*①-⑳\ue000-\uf8ff]|[A-Za-z][.．)）])\s*$/;

/** The lines that are rows of a table: cells apart by tabs, as many as in the line above or below. */
export function tabbedRows(lines: readonly string[]): ReadonlySet<number> {
  const counts = lines.map(gapsOf);
  return new Set(
    [...counts.keys()].filter(i => counts[i]! > 0 && (counts[i] === counts[i - 1] || counts[i] === counts[i + 1])),
  );
}

/** The edits that keep the cells of a row apart. */
export function rowEdits(line: string): Edit[] {
  return [...line.matchAll(GAP)].map(({ index, 0: gap }) => ({
    start: index,
    end: index + gap.length,
    text: CELL_SEPARATOR,
  }));
}

/** Tabs between cells; none where a line is no row. */
function gapsOf(line: string): number {
  if (!line.includes('\t')) return 0;
  const cells = line.split(GAP);
  const isList = cells.length === 2 && LIST_LABEL.test(cells[0]!);
  return isList || cells.some(cell => cell.length > LONGEST_CELL_UTF16) ? 0 : cells.length - 1;
}
