import { type Position, TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { afterEnter } from '../engine/outline/enter';
import { lineText } from './lines';

/**
 * What Enter does in a numbered list beyond the Enter rules of the editor. `三是⏎|` loses the marker and the new line:
 * the cursor is on an empty line and the list at its end. Where the editor has no rules, `一是快。⏎|` goes on with 二是.
 */
export function formatAfterEnter(document: TextDocument, position: Position): TextEdit[] {
  const { line } = position;
  if (line === 0) return [];
  const action = afterEnter(lineText(document, line - 1), lineText(document, line));
  if (action === null) return [];
  const lineStart = { line, character: 0 };
  const lineEnd = { line, character: lineText(document, line).length };
  return action.kind === 'endList'
    ? [TextEdit.del({ start: { line: line - 1, character: 0 }, end: lineEnd })]
    : [TextEdit.replace({ start: lineStart, end: lineEnd }, action.text)];
}
