import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { FormattedText } from '../../server/protocol/export';
import { isDraft } from '../draft/drafts';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { tell } from '../ui/tell';
import { copyPage } from './copyPage';

/** Puts the selection, without one the draft, on the clipboard in the type of an official document. */
export function registerCopyForWord(server: LanguageServer): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.copyForWord', async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor || !isDraft(editor.document)) {
      void tell.information(vscode.l10n.t('Open the draft first, then copy it.'));
      return;
    }
    const ranges = editor.selections
      .filter(selection => !selection.isEmpty)
      .sort((one, other) => one.start.compareTo(other.start))
      .map(({ start, end }) => ({ start, end }));
    try {
      const textDocument = { uri: editor.document.uri.toString() };
      const formatted = await server.request('fanben/formattedText', { textDocument, ranges });
      if (formatted) showCopying(formatted);
      else void tell.information(vscode.l10n.t('There is no text to copy.'));
    } catch (error) {
      await showFailure(vscode.l10n.t('The draft cannot be copied.'), error);
    }
  });
}

/**
 * Extensions put plain text on the clipboard only; a page may put more. It comes in front for a moment, and goes when it has
 * copied; where the browser wants to be asked by hand, it stays with a button.
 */
function showCopying({ html, text }: FormattedText): void {
  const title = vscode.l10n.t('Copy for Word');
  const panel = vscode.window.createWebviewPanel('fanben.copyForWord', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [],
  });
  panel.webview.onDidReceiveMessage(said => {
    if (said !== 'copied') return;
    panel.dispose();
    // The hand goes back to the draft.
    void vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: paste it into Word'), 4000);
  });
  panel.webview.html = copyPage({
    html,
    text,
    nonce: randomBytes(16).toString('hex'),
    button: vscode.l10n.t('Copy'),
    hint: vscode.l10n.t('The browser wants you to say so. Then paste it into Word.'),
  });
}
