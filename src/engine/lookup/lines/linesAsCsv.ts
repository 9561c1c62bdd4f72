/** A line of a table: what it is grouped by, the wording with its surroundings, and where it is from. */
export interface TableLine {
  readonly group: string;
  readonly before: string;
  readonly match: string;
  readonly after: string;
  readonly title: string;
  readonly date: string | null;
  readonly speaker: string | null;
  readonly path: string;
}

/** A mark by which spreadsheets know the encoding. */
const BOM = '\ufeff';
/** A cell that begins like this would be a formula; in East Asian versions of spreadsheets the wide signs make one, too. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Lines as a table for spreadsheets: group, left, wording, right, title, date, speaker, file. RFC 4180. */
export function linesAsCsv(lines: readonly TableLine[]): string {
  const rows = lines.map(({ group, before, match, after, title, date, speaker, path }) =>
    [group, before, match, after, title, date ?? '', speaker ?? '', path].map(cell).join(','),
  );
  return BOM + rows.map(row => `${row}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
