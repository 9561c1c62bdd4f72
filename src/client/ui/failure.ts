import * as vscode from 'vscode';
import { tell } from './tell';

/** Says that something could not be done, and offers to start the server anew. */
export async function showFailure(what: string, error: unknown): Promise<void> {
  const restart = vscode.l10n.t('Restart Server');
  const why = error instanceof Error ? error.message : String(error);
  if ((await tell.error(`${what} ${why}`.trim(), restart)) === restart) {
    await vscode.commands.executeCommand('fanben.restartServer');
  }
}
