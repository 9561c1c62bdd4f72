import * as vscode from 'vscode';
import type { LanguageServer } from './languageServer';
import type { SuggestGate } from './suggestGate';

/** Opens the list by key. */
export function registerSuggestCommand(server: LanguageServer, gate: SuggestGate): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.suggest', async () => {
    await server.start();
    gate.expectKey();
    // One offer at one cursor.
    await vscode.commands.executeCommand('editor.action.inlineSuggest.hide');
    // `auto`: like a list that opens by itself, it leaves the choice to the writer where the language says so.
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}
