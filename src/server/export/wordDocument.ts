import type { TextDocument } from 'vscode-languageserver-textdocument';
import { writeDocx } from '../../corpus/export/writeDocx';
import { corpusLimits } from '../../corpus/limits';
import { leftOver } from '../../engine/officialDocument/leftOver';
import { type IsCancelled, inTurns } from '../door/inTurns';
import type { WordDocument } from '../protocol/export';
import type { Texts } from '../textTable';
import { laidOut } from './laidOut';
import { refuseTooLong } from './refuseTooLong';

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
  const { lines, paragraphs } = await inTurns(laidOut(document, texts), token);
  if (paragraphs.length === 0) return null;
  refuseTooLong(paragraphs.length, corpusLimits.exportedParagraphs, texts);
  const titles = paragraphs.filter(({ role }) => role === 'title');
  return {
    docx: Buffer.from(await writeDocx(paragraphs)).toString('base64'),
    title: titles.map(({ text }) => text).join(''),
    ...leftOver(lines),
  };
}
