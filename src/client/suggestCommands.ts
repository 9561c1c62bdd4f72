import * as vscode from 'vscode';
import type { LanguageServer } from './languageServer';
import type { SuggestGate } from './suggestGate';

/** Commands on the list of suggestions: open it by key, and take note of a choice. */
export function registerSuggestCommands(server: LanguageServer, gate: SuggestGate): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.suggest', async () => {
      await server.start();
      gate.expectKey();
      // `auto`: like a list that opens by itself, it leaves the choice to the writer where the language says so.
      await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }),
    // The arrow keys run it after their own work: who has moved in the list has chosen, and may take the item with Enter.
    vscode.commands.registerCommand('fanben.markChosen', () =>
      vscode.commands.executeCommand('setContext', 'fanben.itemChosen', true),
    ),
  );
}
