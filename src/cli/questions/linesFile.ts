import { extname } from 'node:path';
import { writeLinesDocx } from '../../corpus/export/linesDocx';
import { writeNamed } from '../../corpus/storage/writeNamed';
import { linesAsCsv, type TableLine } from '../../engine/lookup/lines/linesAsCsv';
import { UsageError } from '../arguments/arguments';
import { cliLanguage } from '../output/language';
import { refuseExisting } from '../output/refuseExisting';

/** Where `--out` is to write lines, by its ending. */
export interface LinesFile {
  readonly out: string;
  /** Replace a file of that name. */
  readonly force: boolean;
}

const texts = {
  zh: (out: string, count: number) => `已写入 ${out}：${count} 行`,
  en: (out: string, count: number) => `Wrote ${out}: ${count} lines`,
};

/** Before any work: is it a kind of file we write, and not there already? @throws {UsageError}; an `Error` where it is there */
export function checkLinesFile({ out, force }: LinesFile): void {
  if (!/^\.(csv|docx)$/i.test(extname(out))) throw new UsageError('--out FILE.csv|FILE.docx');
  if (!force) refuseExisting(out);
}

/** Writes lines as a table for spreadsheets or a document for Word, and says so on stderr. */
export async function writeLinesFile({ out }: LinesFile, title: string, lines: readonly TableLine[]): Promise<void> {
  const isTable = extname(out).toLowerCase() === '.csv';
  await writeNamed(out, [isTable ? Buffer.from(linesAsCsv(lines)) : await writeLinesDocx(title, lines)]);
  console.error(texts[cliLanguage()](out, lines.length));
}
