import type { TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { renumberSteps } from '../../engine/outline/renumbering/renumber';
import type { Steps } from '../../engine/steps';
import { allLines, toTextEdits } from '../lines';
import type { RenumberParams } from '../protocol/numbering';

/** The edits that make the numbers of a document right, or those in the lines of a range. */
export function* renumberEdits(document: TextDocument, { range }: RenumberParams): Steps<TextEdit[]> {
  const lines = allLines(document);
  if (!range) return toTextEdits(yield* renumberSteps(lines));
  // A selection of whole lines ends at the start of the next.
  const isWhole = range.end.character === 0 && range.end.line > range.start.line;
  const endParagraph = range.end.line - (isWhole ? 1 : 0);
  return toTextEdits(yield* renumberSteps(lines, { paragraph: range.start.line, endParagraph }));
}
