import { gutterOf, type Setting } from './gutters';
import { bodySize, type Column, type Fragment, type Page, percentile, type Row } from './layout';
import { rowsOf, toRow } from './rows';

const DEEPEST = 8;
/** A line set in the middle above the columns is narrower than this share of them. */
const WIDEST_HEAD = 0.6;
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
  const continuing = outside.filter(
    ({ before }) => before && Math.abs(before.left - left) < size / 2 && before.right > right - size,
  );
  if (continuing.length < 2 || continuing.length < outside.length * SHARE_GOING_ON) return null;
  return Math.min(...continuing.map(({ row }) => row.left));
}

/** The left margin: where the most lines begin, the leftmost of those nearly as common. */
function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(Math.round(number / 2), (counts.get(Math.round(number / 2)) ?? 0) + 1);
  const most = Math.max(...counts.values(), 0);
  const common = [...counts].filter(([, count]) => count >= Math.max(most * 0.4, 1)).map(([place]) => place * 2);
  return common.length > 0 ? Math.min(...common) : 0;
}
