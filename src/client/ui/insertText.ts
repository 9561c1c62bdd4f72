import * as vscode from 'vscode';

/** Brings the editor forward and puts a text of one line in place of the selection, the cursor behind it, as one step of undo. */
export async function insertText(editor: vscode.TextEditor, text: string): Promise<void> {
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn });
  const { start, isEmpty } = editor.selection;
  // The cursor goes along with what is inserted; set afterwards, it would go back from what the writer has typed since.
  if (isEmpty) return void (await editor.edit(edit => edit.insert(start, text)));
  await editor.edit(edit => edit.replace(editor.selection, text));
  const end = start.translate(0, text.length);
  editor.selection = new vscode.Selection(end, end);
}
