import { type Fragment, median, percentile } from './layout';
import { rowsOf } from './rows';

/** A gutter is at least so wide, in parts of the type size. */
const NARROWEST_GUTTER = 0.9;
/** Columns of text have so many lines at least, and lines of so many characters of the type size: else it is a table. */
const FEWEST_LINES = 3;
const SHORTEST_LINE = 6.5;
/** So large a share of the lines of a column is full: text is set to its margins, cells are not. */
const FEWEST_FULL = 0.35;

/** What a page says about where its gutters may be. */
export interface Setting {
  /** Of the type. */
  readonly size: number;
  /** Places of gutters on other pages. */
  readonly known: readonly number[];
  /** Where to note the gutters that are found. */
  readonly found?: number[];
}

/** Where a gutter runs down between columns of text; null where there is none. */
export function gutterOf(fragments: readonly Fragment[], { size, known }: Setting): number | null {
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
