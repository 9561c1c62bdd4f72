import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import type { SuggestGate } from './suggestGate';

/** Opens the list by key. */
export function registerSuggestCommand(server: LanguageServer, gate: SuggestGate): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.suggest', async () => {
    await server.start();
    const uri = vscode.window.activeTextEditor?.document.uri.toString();
    if (uri !== undefined) await server.notify('fanben/listAsked', { uri }).catch(() => {});
    gate.expectKey();
    // One offer at one cursor.
    await vscode.commands.executeCommand('editor.action.inlineSuggest.hide');
    // `auto`: like a list that opens by itself, it leaves the choice to the writer where the language says so.
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}
