import { type Position, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEnterSteps, type EnterOptions } from '../../engine/outline/enter/enter';
import type { Steps } from '../../engine/steps';
import { allLines, toTextEdits } from '../lines';

/**
 * What Enter does in a numbered list. `一是快。⏎|` begins 二是; amid a list it counts the points behind on. `三是⏎|` loses the
 * marker and the new line: the cursor is on an empty line and the list at its end.
 */
export function* formatAfterEnter(
  document: TextDocument,
  { line }: Position,
  options: EnterOptions = {},
): Steps<TextEdit[]> {
  const lines = allLines(document);
  const { edits, deletedLine } = yield* afterEnterSteps(lines, line, options);
  const textEdits = toTextEdits(edits);
  if (deletedLine === null) return textEdits;
  const end = { line, character: lines[line]!.length };
  return [TextEdit.del({ start: { line: deletedLine, character: 0 }, end }), ...textEdits];
}
