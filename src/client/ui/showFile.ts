import * as vscode from 'vscode';
import { tell } from './tell';

/** Do the files lie on the machine that the window is on? Not in a browser, nor over SSH or in a container. */
export function filesAreHere(): boolean {
  return vscode.env.uiKind === vscode.UIKind.Desktop && vscode.env.remoteName === undefined;
}

/** Shows where a file or folder lies: in the system's file manager, else in the explorer, else by its path. */
export async function showFile(path: string): Promise<void> {
  const uri = vscode.Uri.file(path);
  if (filesAreHere()) return vscode.commands.executeCommand('revealFileInOS', uri);
  if (vscode.workspace.getWorkspaceFolder(uri)) return vscode.commands.executeCommand('revealInExplorer', uri);
  const copy = vscode.l10n.t('Copy the Path');
  const where = vscode.l10n.t('It lies on another machine: {0}', path);
  if ((await tell.information(where, copy)) === copy) await vscode.env.clipboard.writeText(path);
}
