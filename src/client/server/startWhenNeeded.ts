import * as vscode from 'vscode';
import { corpusFolders } from '../corpus/corpusFolders';
import { isDraft, SPEECH_DRAFT } from '../draft/drafts';
import type { LanguageServer } from './languageServer';

/**
 * Starts the server with the first draft. A speech draft always wants it; a Markdown or text file only where there is
 * a corpus, so that the window of a programmer who reads a README stays as it is.
 * Tells the keybindings (`fanben.serves`) whether the active editor holds a draft that is served.
 */
export function registerStartWhenNeeded(server: LanguageServer): vscode.Disposable {
  const look = async () => {
    const drafts = vscode.workspace.textDocuments.filter(isDraft);
    const isNeeded =
      drafts.some(({ languageId }) => languageId === SPEECH_DRAFT) ||
      (drafts.length > 0 && (await corpusFolders()).length > 0);
    if (isNeeded && server.state.phase === 'stopped') await server.start();
    const active = vscode.window.activeTextEditor?.document;
    const serves = server.state.phase !== 'stopped' && active !== undefined && isDraft(active);
    await vscode.commands.executeCommand('setContext', 'fanben.serves', serves);
  };
  void look();
  return vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('fanben')) void look();
    }),
  );
}
