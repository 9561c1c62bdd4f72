import type { Concordance } from '../../server/protocol/lookup';

/** A mark by which spreadsheets know the encoding. */
const BOM = '\ufeff';
/** A cell that begins like this would be a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** The lines of a concordance as a table: neighbour, left, wording, right, title, date, speaker, file. RFC 4180. */
export function linesAsCsv({ groups }: Pick<Concordance, 'groups'>): string {
  const rows = groups.flatMap(({ neighbour, lines }) =>
    lines.map(({ before, match, after, title, date, speaker, path }) =>
      [neighbour, before, match, after, title, date ?? '', speaker ?? '', path].map(cell).join(','),
    ),
  );
  return BOM + rows.map(row => `${row}\r\n`).join('');
}

function cell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
