import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import type { SuggestGate } from './suggestGate';

/** Opening the list by key, and what the writer makes of it. */
export function registerListCommands(server: LanguageServer, gate: SuggestGate): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.suggest', async () => {
      await server.start();
      const uri = vscode.window.activeTextEditor?.document.uri.toString();
      if (uri !== undefined) await server.notify('fanben/listAsked', { uri }).catch(() => {});
      gate.expectKey();
      // One offer at one cursor.
      await vscode.commands.executeCommand('editor.action.inlineSuggest.hide');
      // `auto`: like a list that opens by itself, it leaves the choice to the writer where the language says so.
      await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }),
    // Runs when Escape has closed the list, which it does inside the window: this must not be waited for.
    vscode.commands.registerCommand('fanben.listDismissed', () => {
      const uri = vscode.window.activeTextEditor?.document.uri.toString();
      if (uri === undefined || server.state.phase !== 'running') return;
      server.notify('fanben/listDismissed', { uri }).catch(() => {});
    }),
    vscode.commands.registerCommand('fanben.forgetChoices', async () => {
      try {
        await server.request('fanben/forgetChoices', null);
        void vscode.window.showInformationMessage(
          vscode.l10n.t('Forgotten: what you took from the list no longer changes its order.'),
        );
      } catch (error) {
        await showFailure(vscode.l10n.t('Your choices cannot be forgotten.'), error);
      }
    }),
  );
}
