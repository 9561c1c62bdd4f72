import Papa from 'papaparse';
import type { Format, RawEntry } from '../format';
import { limits } from '../limits';
import { decodeFile } from '../readBytes';
import { UnreadableFileError } from '../unreadableFile';
import { articleOf, columnOf } from './columns';

/** The head may stand below a few lines of title. */
const MOST_LINES_ABOVE_HEAD = 5;

/** A table with recognisable columns (标题, 正文, 作者, 日期…), as spreadsheets export it: an article a row. */
export const csv: Format = {
  isText: false,
  isCollection: true,
  async *read({ source, maxFileBytes = limits.documentBytes }) {
    const { text } = decodeFile(source.path, await source.bytes(maxFileBytes));
    const { data: rows } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
    const head = rows.slice(0, MOST_LINES_ABOVE_HEAD).findIndex(row => row.some(cell => columnOf(cell) === 'text'));
    if (head < 0) {
      throw new UnreadableFileError(source.path, {
        kind: 'unsupported',
        zh: '表格里没有“正文”一列；请在首行写上列名（标题、正文、作者、日期）',
        en: 'the table has no column “正文” (text): name the columns in its first line (标题, 正文, 作者, 日期)',
      });
    }
    const names = rows[head]!;
    for (const [entry, row] of rows.slice(head + 1).entries()) yield* readRow(entry, names, row);
  },
};

function* readRow(entry: number, names: readonly string[], row: readonly string[]): Generator<RawEntry> {
  if (row.every(cell => cell.trim() === '')) return;
  const raw = articleOf(names.map((name, i) => [name, row[i]] as const));
  if (raw) yield { entry, raw };
  else {
    const number = entry + 1;
    const problem = { zh: `第 ${number} 条没有正文，已跳过`, en: `row ${number} has no text; it was skipped` };
    yield { entry, problem };
  }
}

/** The separator that cuts the head into the most names we know. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 4096).split(/\r\n|\r|\n/, MOST_LINES_ABOVE_HEAD);
  const known = (mark: string) =>
    Math.max(...head.map(line => line.split(mark).filter(cell => columnOf(cell) !== null).length));
  return [',', '\t', ';', '|', '，'].reduce((best, mark) => (known(mark) > known(best) ? mark : best));
}
