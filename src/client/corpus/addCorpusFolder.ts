import * as vscode from 'vscode';

/** Lets the writer choose folders of articles and adds them to the setting, from where the server learns of them. */
export function registerAddCorpusFolder(): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.addCorpusFolder', async (chosen?: vscode.Uri) => {
    const folders = chosen ? [chosen] : await askForFolders();
    if (!folders) return;
    const settings = vscode.workspace.getConfiguration('fanben');
    const { workspaceValue } = settings.inspect<string[]>('corpus.folders') ?? {};
    const before = settings.get<string[]>('corpus.folders', []);
    const paths = folders.map(({ fsPath }) => fsPath).filter(path => !before.includes(path));
    // A list in the workspace hides the writer's own; elsewhere a corpus serves every workspace.
    const target = workspaceValue ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
    await settings.update('corpus.folders', [...before, ...paths], target);
  });
}

function askForFolders(): Thenable<vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: vscode.l10n.t('Add Corpus Folder'),
    openLabel: vscode.l10n.t('Add to Corpus'),
    canSelectFolders: true,
    canSelectFiles: false,
    canSelectMany: true,
  });
}
