/** Stands between the cells of a row, so that they do not grow together into words that do not exist. */
export const CELL_SEPARATOR = '｜';
/** A cell with more text lays out the page: its paragraphs stay paragraphs. */
const LONGEST_CELL_UTF16 = 60;

/**
 * A row of a table as lines: one line with its cells apart. A row of a single cell, or one whose cells hold long
 * text, is layout and keeps its paragraphs.
 *
 *     rowText([['1'], ['春耕备耕'], ['农业局']])   // ['1｜春耕备耕｜农业局']
 */
export function rowText(cells: readonly (readonly string[])[]): string[] {
  const full = cells
    .map(cell => cell.map(text => text.trim()).filter(text => text !== ''))
    .filter(cell => cell.length > 0);
  const isLayout = full.length < 2 || full.some(cell => isLong(cell));
  return isLayout ? full.flat() : [full.map(joined).join(CELL_SEPARATOR)];
}

function isLong(cell: readonly string[]): boolean {
  return (
    cell.some(text => text.length > LONGEST_CELL_UTF16 && cell.length > 1) ||
    cell.join('').length > LONGEST_CELL_UTF16 * 4
  );
}

/** The paragraphs of a cell in one: 一季度 and 二季度 do not become one word. */
function joined(cell: readonly string[]): string {
  return cell.reduce((text, next) => text + (/[，。；：、！？…]$/.test(text) ? '' : '，') + next);
}
