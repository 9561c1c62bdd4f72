import { draftOf } from '../export/draftOf';
import { formatOf } from '../formats/formats';
import { limits } from '../formats/limits';
import { decodeFile, readBytes } from '../formats/readBytes';

/** A draft to be checked: its text, and where its lines start in it. */
export interface DraftText {
  /** A text file as it is; of other formats the text that is read from it, lines ended by `\n`. */
  readonly text: string;
  readonly lines: readonly string[];
  /** UTF-16 offset of each line. */
  readonly starts: readonly number[];
  /** Where the file says it apart from its lines. */
  readonly title: string | null;
}

/**
 * Reads a file that holds one draft, in any format the corpus reads. Front matter and markup of a text file stay, so that every place
 * of it is a place of the file.
 *
 * @throws {UnreadableFileError}
 */
export async function readDraftLines(path: string): Promise<DraftText> {
  const format = await formatOf(path);
  if (format.isText) {
    const { text } = decodeFile(path, await readBytes(path, limits.documentBytes));
    return { ...cut(text), title: null };
  }
  const { lines, title } = await draftOf(path);
  return { ...cut(lines.join('\n')), title };
}

function cut(text: string): Pick<DraftText, 'text' | 'lines' | 'starts'> {
  const lines: string[] = [];
  const starts: number[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/\r\n|\r|\n/g)) {
    lines.push(text.slice(start, index));
    starts.push(start);
    start = index + mark.length;
  }
  return { text, lines: [...lines, text.slice(start)], starts: [...starts, start] };
}
