import { bodySize, type Column, type Fragment, median, type Page, percentile, type Row } from './layout';

/** A gutter is at least so wide, in parts of the type size. */
const NARROWEST_GUTTER = 0.9;
/** Columns of text have so many lines at least, and lines of so many characters of the type size: else it is a table. */
const FEWEST_LINES = 3;
const SHORTEST_LINE = 6.5;
/** So large a share of the lines of a column is full: text is set to its margins, cells are not. */
const FEWEST_FULL = 0.35;
const DEEPEST = 8;
/** A line set in the middle above the columns is narrower than this share of them. */
const WIDEST_HEAD = 0.6;
const SAME_LINE = 0.4;
/** Cells of a row stand so far apart, in parts of the type size; a nearer neighbour is the same sentence. */
const CELL_GAP = 0.85;
/** An indent, in parts of the type size. */
const [NARROWEST_INDENT, WIDEST_INDENT] = [1.5, 2.6];
const SHARE_GOING_ON = 0.6;

/** The columns of pages in the order they are read: what spans a gutter stands between the columns above and below it. */
export function pageColumns(pages: readonly Page[]): Column[] {
  // A page with little on it, as the last, has its gutters where the others have them.
  const known: number[] = [];
  for (const { fragments } of pages) split(fragments, { size: bodySize(fragments), known: [], found: known }, 0);
  return pages.flatMap(({ fragments, number }) =>
    split(fragments, { size: bodySize(fragments), known }, 0).map(part => columnOf(part, number)),
  );
}

interface Setting {
  /** Of the type. */
  readonly size: number;
  /** Places of gutters on other pages. */
  readonly known: readonly number[];
  /** Where to note the gutters that are found. */
  readonly found?: number[];
}

/** Fragments of a column; those above columns are set within the margins of all of them. */
interface Part {
  readonly fragments: readonly Fragment[];
  readonly within?: readonly Fragment[];
}

function split(fragments: readonly Fragment[], setting: Setting, depth: number): Part[] {
  const { size, found } = setting;
  if (fragments.length === 0) return [];
  const gutter = depth < DEEPEST ? gutterOf(fragments, setting) : null;
  if (gutter === null) return [{ fragments }];
  found?.push(gutter);
  // Bands between what crosses the gutter; within a band first the left, then the right.
  const parts: Part[] = [];
  let [left, right, across]: Fragment[][] = [[], [], []];
  const closeBand = () => {
    parts.push(...split(left!, setting, depth + 1), ...split(right!, setting, depth + 1));
    [left, right] = [[], []];
  };
  const closeAcross = () => {
    if (across!.length > 0) parts.push({ fragments: across!, within: fragments });
    across = [];
  };
  const middle = middleOf(fragments);
  for (const row of rowsOf(fragments)) {
    const crosses = row.some(({ left, right }) => left < gutter - 1 && right > gutter + 1);
    // A date or a name below the title, above the columns, may be narrow enough to pass between two gutters.
    const isHead =
      left!.length + right!.length === 0 &&
      widthOf(row) < widthOf(fragments) * WIDEST_HEAD &&
      Math.abs(middleOf(row) - middle) < size;
    if (crosses || isHead) {
      closeBand();
      across!.push(...row);
    } else {
      closeAcross();
      for (const fragment of row) (fragment.right <= gutter + 1 ? left! : right!).push(fragment);
    }
  }
  closeBand();
  closeAcross();
  return parts;
}

function widthOf(fragments: readonly Fragment[]): number {
  return Math.max(...fragments.map(({ right }) => right)) - Math.min(...fragments.map(({ left }) => left));
}

function middleOf(fragments: readonly Fragment[]): number {
  return (Math.min(...fragments.map(({ left }) => left)) + Math.max(...fragments.map(({ right }) => right))) / 2;
}

/** Where a gutter runs down between columns of text; null where there is none. */
function gutterOf(fragments: readonly Fragment[], { size, known }: Setting): number | null {
  let best: { x: number; score: number } | null = null;
  for (const x of gapsOf(fragments, size)) {
    const [left, right, across]: Fragment[][] = [[], [], []];
    for (const fragment of fragments) {
      if (fragment.right <= x) left!.push(fragment);
      else if (fragment.left >= x) right!.push(fragment);
      else across!.push(fragment);
    }
    const lines = Math.min(rowsOf(left!).length, rowsOf(right!).length);
    const isKnown = lines > 0 && known.some(place => Math.abs(place - x) < size);
    if (!isKnown && (lines < FEWEST_LINES || across!.length > lines * 2)) continue;
    if (!isKnown && (!isText(left!, size) || !isText(right!, size))) continue;
    // Of the places within one gutter the one that cuts the fewest lines: marks hang into it.
    const score = lines - 2 * across!.length;
    if (!best || score > best.score) best = { x, score };
  }
  return best?.x ?? null;
}

/** Middles of the gaps between neighbours in a row, without those that lie close to another. */
function gapsOf(fragments: readonly Fragment[], size: number): number[] {
  const gaps: number[] = [];
  for (const row of rowsOf(fragments)) {
    for (let i = 1; i < row.length; i++) {
      const [from, to] = [row[i - 1]!.right, row[i]!.left];
      if (to - from >= NARROWEST_GUTTER * size) gaps.push(from + (to - from) * 0.5, to - size * 0.3);
    }
  }
  // Columns whose lines do not stand side by side have gaps only in the whole.
  const edges = [...fragments].sort((a, b) => a.left - b.left);
  let reach = edges[0]?.right ?? 0;
  for (const { left, right } of edges) {
    if (left - reach >= NARROWEST_GUTTER * size) gaps.push((left + reach) / 2);
    reach = Math.max(reach, right);
  }
  const kept: number[] = [];
  for (const x of gaps.sort((a, b) => a - b)) if (kept.length === 0 || x - kept.at(-1)! > size * 0.2) kept.push(x);
  return kept;
}

/** Does one side of a gutter read as text, and not as the cells of a table? */
function isText(fragments: readonly Fragment[], size: number): boolean {
  const rows = rowsOf(fragments).map(row => ({ left: row[0]!.left, right: row.at(-1)!.right }));
  const widths = rows.map(({ left, right }) => right - left);
  if (median(widths) < SHORTEST_LINE * size) return false;
  const margin = percentile(
    rows.map(({ right }) => right),
    0.9,
  );
  return rows.filter(({ right }) => right >= margin - 1.6 * size).length >= rows.length * FEWEST_FULL;
}

/** Fragments by base line, from above, each row from the left. */
function rowsOf(fragments: readonly Fragment[]): Fragment[][] {
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

function columnOf({ fragments, within }: Part, page: number): Column {
  const rows = rowsOf(fragments).map(toRow);
  if (within) {
    const left = Math.min(...within.map(fragment => fragment.left));
    return { rows, page, left, right: Math.max(...within.map(fragment => fragment.right)) };
  }
  const size = bodySize(rows);
  const same = rows.filter(row => Math.abs(row.size - size) < size * 0.12);
  const body = same.length > 0 ? same : rows;
  const right = percentile(
    body.map(row => row.right),
    0.9,
  );
  const left = mostCommon(body.map(row => row.left));
  return { rows, page, left: hangingMargin(rows, left, right, size) ?? left, right };
}

/**
 * The margin left of `left`, where nearly every paragraph has one line: most lines are then first ones, with their indent.
 * Its lines go on from a full one; those of headings that hang out do not.
 */
function hangingMargin(rows: readonly Row[], left: number, right: number, size: number): number | null {
  const outside = rows.flatMap((row, i) => {
    const indent = (left - row.left) / size;
    return indent > NARROWEST_INDENT && indent < WIDEST_INDENT ? [{ row, before: rows[i - 1] }] : [];
  });
  const goOn = outside.filter(
    ({ before }) => before && Math.abs(before.left - left) < size / 2 && before.right > right - size,
  );
  if (goOn.length < 2 || goOn.length < outside.length * SHARE_GOING_ON) return null;
  return Math.min(...goOn.map(({ row }) => row.left));
}

function toRow(cells: readonly Fragment[]): Row {
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

/** The left margin: where the most lines begin, the leftmost of those nearly as common. */
function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(Math.round(number / 2), (counts.get(Math.round(number / 2)) ?? 0) + 1);
  const most = Math.max(...counts.values(), 0);
  const common = [...counts].filter(([, count]) => count >= Math.max(most * 0.4, 1)).map(([place]) => place * 2);
  return common.length > 0 ? Math.min(...common) : 0;
}
