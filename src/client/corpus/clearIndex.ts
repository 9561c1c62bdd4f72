import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { indexFolder } from '../server/launch';
import { showFailure } from '../ui/failure';
import { tell } from '../ui/tell';

/** Deletes every index of this machine, and with it all text that Fanben keeps of articles; asks first. The articles stay. */
export function registerClearIndex(server: LanguageServer, context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.clearIndex', async () => {
    const clear = vscode.l10n.t('Clear Index');
    const detail = vscode.l10n.t(
      'What Fanben keeps of your articles is deleted from this machine. The articles themselves and your drafts stay; they are indexed again when you next open a draft.',
    );
    const question = vscode.l10n.t('Clear the index?');
    if ((await tell.warning(question, { modal: true, detail }, clear)) !== clear) return;
    try {
      await server.stop();
      const folder = indexFolder(context);
      await vscode.workspace.fs.createDirectory(folder);
      await vscode.workspace.fs.delete(folder, { recursive: true });
      const again = vscode.l10n.t('Index Again');
      const answer = await tell.information(vscode.l10n.t('The index was cleared.'), again);
      if (answer === again) await server.start();
    } catch (error) {
      await showFailure(vscode.l10n.t('The index cannot be cleared.'), error);
    }
  });
}
