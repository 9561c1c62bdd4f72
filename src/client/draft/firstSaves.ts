import * as vscode from 'vscode';

/**
 * Tells of untitled drafts that are about to become files. The editor does not call that renaming: it saves another document of the same
 * text, and closes the draft at once behind it, so that who hears of the save hears too late.
 */
export function onFirstSave(
  listener: (untitled: vscode.TextDocument, file: vscode.TextDocument) => unknown,
): vscode.Disposable {
  return vscode.workspace.onWillSaveTextDocument(({ document: file }) => {
    const text = file.getText();
    if (file.uri.scheme !== 'file' || text === '') return;
    const untitled = vscode.workspace.textDocuments.find(other => other.isUntitled && other.getText() === text);
    if (untitled) listener(untitled, file);
  });
}
