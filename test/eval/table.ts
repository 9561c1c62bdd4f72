/** A cell: text stands left, numbers stand right as they are given. */
export type Cell = string | number;

/** Lines of a table with aligned columns; a Chinese character takes two places. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [head, ...rows.map(row => row.map(String))];
  const widths = head.map((_, column) => Math.max(...lines.map(line => places(line[column] ?? ''))));
  const isNumeric = head.map((_, column) => rows.every(row => /^[\d–.,%<×+-]*( ms)?$/.test(String(row[column] ?? ''))));
  const render = (line: readonly string[]) =>
    line
      .map((text, column) => {
        const blanks = ' '.repeat(widths[column]! - places(text));
        return isNumeric[column] ? blanks + text : text + blanks;
      })
      .join('  ')
      .trimEnd();
  return [render(lines[0]!), widths.map(width => '-'.repeat(width)).join('  '), ...lines.slice(1).map(render)].join(
    '\n',
  );
}

function places(text: string): number {
  let count = 0;
  for (const character of text) count += /[\u2e80-\uffef]/.test(character) ? 2 : 1;
  return count;
}
