import * as vscode from 'vscode';

/**
 * Opens an untitled document with the cursor at the `|` in `text` (its end, where there is none), ready for input:
 * `openEditor('我们要|，努力奋斗。')`. Close it with `closeEditors`.
 */
export async function openEditor(text: string, language = 'speech-draft'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content: text.replace('|', '') });
  const editor = await vscode.window.showTextDocument(document);
  const offset = text.indexOf('|');
  await placeCursor(editor, document.positionAt(offset < 0 ? text.length : offset));
  return editor;
}

/** Puts the cursor there, and the focus into the editor; when it resolves, the window has done both. */
export async function placeCursor(editor: vscode.TextEditor, place: vscode.Position): Promise<void> {
  editor.selection = new vscode.Selection(place, place);
  // What is told to the window is done in turn: when this is, so is the selection.
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

/** The text of the editor, the cursor as `|`. */
export function shown({ document, selection }: vscode.TextEditor): string {
  const offset = document.offsetAt(selection.active);
  const text = document.getText();
  return `${text.slice(0, offset)}|${text.slice(offset)}`;
}

/** Closes all editors without asking about changes. */
export async function closeEditors(): Promise<void> {
  while (vscode.window.tabGroups.all.some(group => group.tabs.length > 0)) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
