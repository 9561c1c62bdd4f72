import { ErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { writeDocx } from '../../corpus/export/writeDocx';
import { corpusLimits } from '../../corpus/limits';
import { leftOver } from '../../engine/layout/leftOver';
import { type IsCancelled, inTurns } from '../door/inTurns';
import type { WordDocument } from '../protocol/export';
import type { Texts } from '../texts';
import { laidOut } from './laidOut';

/**
 * The draft as a document for Word.
 *
 * @throws {ResponseError} it has more paragraphs than are written at once; nobody waits for it any more
 */
export async function wordDocument(
  document: TextDocument,
  texts: Texts,
  token: IsCancelled,
): Promise<WordDocument | null> {
  const { lines, paragraphs } = await inTurns(laidOut(document), token);
  if (paragraphs.length === 0) return null;
  const most = corpusLimits.exportedParagraphs;
  if (paragraphs.length > most)
    throw new ResponseError(ErrorCodes.InvalidRequest, texts.tooLongToExport(paragraphs.length, most));
  const titles = paragraphs.filter(({ role }) => role === 'title');
  return {
    docx: Buffer.from(await writeDocx(paragraphs)).toString('base64'),
    title: titles.map(({ text }) => text).join(''),
    ...leftOver(lines),
  };
}
