import type { TextDocument } from 'vscode-languageserver-textdocument';
import { writeDocx } from '../../corpus/export/writeDocx';
import { leftOver } from '../../engine/layout/leftOver';
import type { WordDocument } from '../protocol/export';
import { laidOut } from './laidOut';

/** The draft as a document for Word. */
export async function wordDocument(document: TextDocument): Promise<WordDocument | null> {
  const { lines, paragraphs } = laidOut(document);
  if (paragraphs.length === 0) return null;
  const titles = paragraphs.filter(({ role }) => role === 'title');
  return {
    docx: Buffer.from(await writeDocx(paragraphs)).toString('base64'),
    title: titles.map(({ text }) => text).join(''),
    ...leftOver(lines),
  };
}
