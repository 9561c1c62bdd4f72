import * as vscode from 'vscode';
import { showFailure } from '../ui/failure';
import type { LanguageServer } from './languageServer';

/** Commands on the server itself. */
export function registerServerCommands(server: LanguageServer): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.restartServer', () => server.restart()),
    vscode.commands.registerCommand('fanben.rebuildIndex', async () => {
      try {
        await server.notify('fanben/reindex', { fromScratch: true });
      } catch (error) {
        await showFailure(vscode.l10n.t('The index cannot be rebuilt.'), error);
      }
    }),
  );
}
