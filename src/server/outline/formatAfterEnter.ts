import { type Position, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEnter } from '../../engine/outline/enter';
import { allLines, toTextEdits } from '../lines';

/**
 * What Enter does in a numbered list beyond the Enter rules of the editor. `三是⏎|` loses the marker and the new line:
 * the cursor is on an empty line and the list at its end. `一是快。⏎二是|` amid a list counts the points behind on.
 */
export function formatAfterEnter(document: TextDocument, { line }: Position): TextEdit[] {
  const lines = allLines(document);
  const { edits, deletedLine } = afterEnter(lines, line);
  const textEdits = toTextEdits(edits);
  if (deletedLine === null) return textEdits;
  const end = { line, character: lines[line]!.length };
  return [TextEdit.del({ start: { line: deletedLine, character: 0 }, end }), ...textEdits];
}
