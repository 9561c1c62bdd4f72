import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { FrameFiles } from './frameFiles';

/** The file of the workspace or that of the user; the latter at once where no folder is open. */
export async function pickFrameFile({ workspace, user }: FrameFiles, title: string): Promise<vscode.Uri | undefined> {
  if (!workspace) return user;
  const items = [
    {
      label: vscode.l10n.t('This Workspace'),
      description: vscode.workspace.asRelativePath(workspace),
      file: workspace,
    },
    { label: vscode.l10n.t('Me, in All Workspaces'), description: basename(user.fsPath), file: user },
  ];
  return (await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true }))?.file;
}
