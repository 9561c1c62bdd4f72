import * as vscode from 'vscode';

const DRAFT = '草稿.gao';
/** Key of the mark that a window opened on the sample shall show its draft. */
const SHOW_DRAFT = 'sample.showDraft';

/**
 * Opens the sample corpus and its half-written draft: a copy that stays the writer's own, since the folder of the
 * extension is replaced by every update.
 */
export function registerOpenSample(context: vscode.ExtensionContext): vscode.Disposable {
  const sample = vscode.Uri.joinPath(context.globalStorageUri, 'sample');
  const isOpen = () => vscode.workspace.workspaceFolders?.some(({ uri }) => uri.toString() === sample.toString());
  const showDraft = () => vscode.window.showTextDocument(vscode.Uri.joinPath(sample, DRAFT));

  if (isOpen() && context.globalState.get(SHOW_DRAFT)) {
    void context.globalState.update(SHOW_DRAFT, undefined);
    void showDraft();
  }
  return vscode.commands.registerCommand('fanben.openSample', async () => {
    if (isOpen()) return showDraft();
    const original = vscode.Uri.joinPath(context.extensionUri, 'examples');
    const isThere = await vscode.workspace.fs.stat(sample).then(
      () => true,
      () => false,
    );
    if (!isThere) await vscode.workspace.fs.copy(original, sample);
    await context.globalState.update(SHOW_DRAFT, true);
    // The window of the writer's own work stays.
    const forceNewWindow = Boolean(vscode.workspace.workspaceFolders?.length);
    await vscode.commands.executeCommand('vscode.openFolder', sample, { forceNewWindow });
    return undefined;
  });
}
