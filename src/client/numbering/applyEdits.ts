import * as vscode from 'vscode';
import type { RangeEdit } from '../../server/protocol/numbering';

/**
 * Puts edits of the server into a draft as one step to undo. Edits for a text that has changed since (`version`) are
 * given up. Resolves to whether there was something to do.
 */
export async function applyEdits(
  editor: vscode.TextEditor,
  version: number,
  edits: readonly RangeEdit[],
): Promise<boolean> {
  if (edits.length === 0 || editor.document.version !== version) return false;
  return editor.edit(builder => {
    for (const { range, newText } of edits) {
      const { start, end } = range;
      builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText);
    }
  });
}
