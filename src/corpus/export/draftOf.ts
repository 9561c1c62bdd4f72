import { formatOf } from '../formats/formats';
import { fileSource } from '../formats/source';
import { UnreadableFileError } from '../formats/unreadableFile';

/** A draft as a file holds it: its lines, nothing cleaned, and the title where the file says it apart. */
export interface DraftFile {
  readonly lines: readonly string[];
  readonly title: string | null;
}

/**
 * Reads a file that holds one draft, in any format the corpus reads.
 * @throws {UnreadableFileError} a file of several articles too
 */
export async function draftOf(path: string): Promise<DraftFile> {
  const drafts: DraftFile[] = [];
  const format = await formatOf(path);
  for await (const read of format.read({ source: fileSource(path) })) {
    if ('raw' in read) drafts.push({ lines: read.raw.text.split(/\r\n|\r|\n/), title: read.raw.title ?? null });
    if (drafts.length > 1) break;
  }
  const [draft] = drafts;
  if (drafts.length === 1 && draft!.lines.some(line => line.trim() !== '')) return draft!;
  throw new UnreadableFileError(
    path,
    drafts.length > 1
      ? {
          zh: '文件里有多篇文章；请把要导出的一篇另存为单独的文件',
          en: 'the file holds several articles: save the one to export as a file of its own',
        }
      : { zh: '文件里没有文字，没有可导出的内容', en: 'the file holds no text: there is nothing to export' },
  );
}
