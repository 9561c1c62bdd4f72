import * as vscode from 'vscode';
import { SPEECH_DRAFT } from './drafts';

/** Turns the document of the active editor into a speech draft; without one, opens an empty draft. */
export function registerWriteAsDraft(): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.writeAsDraft', async () => {
    const document = vscode.window.activeTextEditor?.document;
    if (document) await vscode.languages.setTextDocumentLanguage(document, SPEECH_DRAFT);
    else await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: SPEECH_DRAFT }));
  });
}
