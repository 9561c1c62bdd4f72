import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { applyEdits } from './applyEdits';

/** Makes the numbers right in the selected lines, without a selection in the whole draft; one step to undo. */
export function registerRenumber(server: LanguageServer): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.renumber', async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const { version } = document;
    const params = {
      textDocument: { uri: document.uri.toString() },
      range: selection.isEmpty ? undefined : { start: selection.start, end: selection.end },
    };
    try {
      const edits = await server.request('fanben/renumber', params);
      const changed = await applyEdits(editor, version, edits);
      vscode.window.setStatusBarMessage(outcome(edits.length, changed), 4000);
    } catch (error) {
      await showFailure(vscode.l10n.t('The draft cannot be renumbered.'), error);
    }
  });
}

function outcome(wrong: number, isChanged: boolean): string {
  if (wrong === 0) return vscode.l10n.t('All numbers are right');
  return isChanged
    ? vscode.l10n.t('{0} numbers corrected', wrong)
    : vscode.l10n.t('The draft was changed meanwhile: renumber again');
}
