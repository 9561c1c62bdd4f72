import type { TextDocument } from 'vscode-languageserver-textdocument';
import { readMarkdown } from '../../corpus/formats/plain/markdown';
import { corpusLimits } from '../../corpus/limits';
import { layoutSteps } from '../../engine/officialDocument/layoutDraft';
import type { LaidOutParagraph } from '../../engine/officialDocument/paragraph';
import type { Steps } from '../../engine/steps';
import type { Texts } from '../textTable';
import { refuseTooLong } from './refuseTooLong';

/**
 * A draft laid out, beside the lines its paragraphs tell of. In Markdown the markup is no text.
 *
 * @throws {ResponseError} it has more lines than are laid out
 */
export function* laidOut(
  document: TextDocument,
  texts: Texts,
): Steps<{ lines: string[]; paragraphs: LaidOutParagraph[] }> {
  const source = document.getText();
  const { text, title } = document.languageId === 'markdown' ? readMarkdown(source) : { text: source };
  const lines = text.split(/\r\n|\r|\n/);
  refuseTooLong(lines.filter(line => line.trim() !== '').length, corpusLimits.laidOutParagraphs, texts);
  return { lines, paragraphs: yield* layoutSteps(lines, title ?? null) };
}
