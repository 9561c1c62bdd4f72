import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { readSettings } from '../settings';
import { latest } from '../ui/latest';
import { isDraft } from './drafts';

/** A hand that rests this long has time to look at a number. */
const PAUSE_MS = 300;

/** “2,140 字 · 约 11 分钟” in the status bar while a draft is in front; of the selection, where there is one. */
export function registerLengthItem(server: LanguageServer): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('fanben.length', vscode.StatusBarAlignment.Left, 9);
  item.name = vscode.l10n.t('Fanben Length');
  item.command = {
    command: 'workbench.action.openSettings',
    title: '',
    arguments: ['fanben.speakingRate'],
  };

  const ask = latest(
    PAUSE_MS,
    ({ document, selections }: vscode.TextEditor, signal) => {
      const cancelling = new vscode.CancellationTokenSource();
      signal.addEventListener('abort', () => cancelling.cancel());
      const ranges = selections.filter(selection => !selection.isEmpty).map(({ start, end }) => ({ start, end }));
      const params = { textDocument: { uri: document.uri.toString() }, ranges };
      return server.request('fanben/length', params, cancelling.token);
    },
    ({ characters, selected }) => {
      const { speakingRate } = readSettings();
      item.text = selected > 0 ? selectedText(selected, speakingRate) : draftText(characters, speakingRate);
      item.tooltip = vscode.l10n.t(
        'Chinese characters and marks count one each, a word or number in Latin letters counts one, as in Word. Spoken at {0} characters a minute: click to change.',
        speakingRate,
      );
      item.show();
    },
    () => item.hide(),
  );
  const look = () => {
    const editor = vscode.window.activeTextEditor;
    const counts = server.state.phase === 'running' && editor !== undefined && isDraft(editor.document);
    if (counts) return ask(editor);
    ask.stop();
    item.hide();
  };

  look();
  return vscode.Disposable.from(
    item,
    new vscode.Disposable(ask.stop),
    server.onDidChangeState(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) look();
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && document === vscode.window.activeTextEditor?.document) look();
    }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('fanben.speakingRate')) look();
    }),
  );
}

function draftText(characters: number, rate: number): string {
  const count = characters.toLocaleString('en');
  const minutes = Math.round(characters / rate);
  return minutes < 1 ? vscode.l10n.t('{0} characters', count) : vscode.l10n.t('{0} chars · ~{1} min', count, minutes);
}

function selectedText(characters: number, rate: number): string {
  const count = characters.toLocaleString('en');
  const minutes = Math.round(characters / rate);
  return minutes < 1
    ? vscode.l10n.t('{0} chars selected', count)
    : vscode.l10n.t('{0} chars selected · ~{1} min', count, minutes);
}
