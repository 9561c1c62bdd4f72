import * as vscode from 'vscode';
import type { MoveSectionParams } from '../../server/protocol/numbering';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { applyEdits } from './applyEdits';

/** Moves the section with the cursor past its neighbour; the cursor goes with it. One step to undo. */
export function registerMoveSection(server: LanguageServer): vscode.Disposable {
  const move = async (direction: MoveSectionParams['direction']) => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selection } = editor;
    const { version } = document;
    const params = {
      textDocument: { uri: document.uri.toString() },
      position: selection.active,
      direction,
    };
    try {
      const answer = await server.request('fanben/moveSection', params);
      if (answer.kind !== 'moved') {
        vscode.window.setStatusBarMessage(whyNot(answer.kind, direction), 4000);
        return;
      }
      if (!(await applyEdits(editor, version, [answer.edit]))) return;
      const { line, character } = answer.position;
      const cursor = new vscode.Position(line, character);
      editor.selection = new vscode.Selection(cursor, cursor);
      editor.revealRange(new vscode.Range(cursor, cursor), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    } catch (error) {
      await showFailure(vscode.l10n.t('The section cannot be moved.'), error);
    }
  };
  return vscode.Disposable.from(
    vscode.commands.registerCommand('fanben.moveSectionUp', () => move('up')),
    vscode.commands.registerCommand('fanben.moveSectionDown', () => move('down')),
  );
}

function whyNot(kind: 'noSection' | 'atEnd' | 'tied', direction: MoveSectionParams['direction']): string {
  if (kind === 'noSection') return vscode.l10n.t('Put the cursor into a numbered section to move it');
  if (kind === 'tied') return vscode.l10n.t('This point is part of a paragraph with other text and cannot be moved');
  return direction === 'up'
    ? vscode.l10n.t('This section is the first already')
    : vscode.l10n.t('This section is the last already');
}
