import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { tell } from '../ui/tell';
import { banishRow } from './banishRow';
import type { SuggestGate } from './suggestGate';

/** Opening the list by key, and what the writer makes of it. */
export function registerListCommands(server: LanguageServer, gate: SuggestGate): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.suggest', async () => {
      await server.start();
      gate.expectKey();
      // One offer at one cursor.
      await vscode.commands.executeCommand('editor.action.inlineSuggest.hide');
      // `auto`: like a list that opens by itself, it leaves the choice to the writer where the language says so.
      await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }),
    // Runs when Escape has closed the list, which it does inside the window: this must not be waited for.
    vscode.commands.registerCommand('fanben.listDismissed', () => {
      gate.closed();
      const uri = vscode.window.activeTextEditor?.document.uri.toString();
      if (uri === undefined || server.state.phase !== 'running') return;
      server.notify('fanben/listDismissed', { uri }).catch(() => {});
    }),
    vscode.commands.registerCommand('fanben.banishRow', () => banishRow(server)),
    vscode.commands.registerCommand('fanben.forgetChoices', async ({ isSure = false } = {}) => {
      if (!isSure && !(await isToForget())) return;
      try {
        await server.request('fanben/forgetChoices', null);
        void tell.information(vscode.l10n.t('Forgotten: what you took from the list no longer changes its order.'));
      } catch (error) {
        await showFailure(vscode.l10n.t('Your choices cannot be forgotten.'), error);
      }
    }),
  );
}

async function isToForget(): Promise<boolean> {
  const forget = vscode.l10n.t('Forget');
  const answer = await tell.warning(
    vscode.l10n.t('Forget what you have taken from lists, and what you want to see no more?'),
    { modal: true, detail: vscode.l10n.t('This cannot be undone. Lists then go by the corpus and the draft alone.') },
    forget,
  );
  return answer === forget;
}
