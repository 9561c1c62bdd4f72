import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';

/** Commands about what the writer makes of the list. */
export function registerListCommands(server: LanguageServer): vscode.Disposable {
  return vscode.Disposable.from(
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
