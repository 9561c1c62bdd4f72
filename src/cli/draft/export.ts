import { draftOf } from '../../corpus/export/draftOf';
import { writeDocx } from '../../corpus/export/writeDocx';
import { writeNamed } from '../../corpus/storage/writeNamed';
import { layoutDraft } from '../../engine/officialDocument/layoutDraft';
import { leftOver } from '../../engine/officialDocument/leftOver';
import { cliLanguage } from '../output/language';
import { refuseExisting } from '../output/refuseExisting';

/** Where the document goes. */
export interface ExportOptions {
  /** The .docx to write. */
  readonly out: string;
  /** Replace a file of that name. */
  readonly force: boolean;
  readonly json: boolean;
}

/** What `fanben export FILE --out FILE.docx --json` prints. */
export interface ExportReport {
  readonly out: string;
  readonly title: string;
  readonly paragraphs: number;
  /** Slots nobody has filled; they stand in the document. */
  readonly slots: readonly string[];
  /** Lines of guidance, left out. */
  readonly guidance: number;
}

const texts = {
  zh: {
    done: ({ out, paragraphs }: ExportReport) => `已写入 ${out}：${paragraphs} 段`,
    slots: (slots: readonly string[]) => `还有 ${slots.length} 个空位未填：${slots.join(' ')}`,
    guidance: (count: number) => `${count} 条【提示·…】未写入`,
  },
  en: {
    done: ({ out, paragraphs }: ExportReport) => `Wrote ${out}: ${paragraphs} paragraphs`,
    slots: (slots: readonly string[]) => `${slots.length} slots are still open: ${slots.join(' ')}`,
    guidance: (count: number) => `${count} lines of guidance 【提示·…】 were left out`,
  },
};

/**
 * `fanben export FILE --out FILE.docx [--force] [--json]`: the draft as an official document by GB/T 9704-2012.
 * Returns the exit code.
 *
 * @throws {UnreadableFileError}; an `Error` where the document stands there already
 */
export async function exportDraft(path: string, { out, force, json }: ExportOptions): Promise<0> {
  const text = texts[cliLanguage()];
  if (!force) refuseExisting(out);
  const { lines, title } = await draftOf(path);
  const paragraphs = layoutDraft(lines, title);
  await writeNamed(out, [await writeDocx(paragraphs)]);
  const titles = paragraphs.filter(({ role }) => role === 'title');
  const report: ExportReport = {
    out,
    title: titles.map(paragraph => paragraph.text).join(''),
    paragraphs: paragraphs.length,
    ...leftOver(lines),
  };
  if (report.slots.length > 0) console.error(text.slots(report.slots));
  if (report.guidance > 0) console.error(text.guidance(report.guidance));
  console.log(json ? JSON.stringify(report) : text.done(report));
  return 0;
}
