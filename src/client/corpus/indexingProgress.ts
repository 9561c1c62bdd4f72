import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';

/**
 * The first indexing, from an empty index, is worth a progress that can be cancelled; what is done then is kept.
 * Later ones show in the status bar only.
 */
export function registerIndexingProgress(server: LanguageServer): vscode.Disposable {
  let open = false;
  return server.onDidChangeState(({ status }) => {
    if (open || status?.state !== 'indexing' || status.articles > 0 || !status.filesFound) return;
    open = true;
    void showProgress(server).finally(() => {
      open = false;
    });
  });
}

async function showProgress(server: LanguageServer): Promise<void> {
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Fanben is indexing your articles'),
    cancellable: true,
  };
  await vscode.window.withProgress(options, async (progress, token) => {
    token.onCancellationRequested(() => server.notify('fanben/cancelIndexing', null));
    let shownPercent = 0;
    await new Promise<void>(resolve => {
      const show = () => {
        const { phase, status } = server.state;
        if (phase !== 'running' || status?.state !== 'indexing') {
          listening.dispose();
          return resolve();
        }
        const { filesDone = 0, filesFound = 0 } = status;
        const percent = filesFound === 0 ? 0 : (100 * filesDone) / filesFound;
        const message = vscode.l10n.t('{0} of {1} files', filesDone, filesFound);
        progress.report({ message, increment: percent - shownPercent });
        shownPercent = percent;
      };
      const listening = server.onDidChangeState(show);
      show();
    });
  });
}
