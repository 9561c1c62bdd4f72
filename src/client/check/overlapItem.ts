import * as vscode from 'vscode';
import type { OverlapOutcome } from '../../server/protocol/check';
import type { CheckedDrafts } from './checkedDrafts';
import { shareOf } from './share';

/** Sources that the tooltip names. */
const MOST_SOURCES = 8;

/** “重合 8% · 本段 45%” in the status bar while a checked draft is in front; a click shows where. */
export function registerOverlapItem(drafts: CheckedDrafts): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('fanben.overlap', vscode.StatusBarAlignment.Left, 8);
  item.name = vscode.l10n.t('Fanben Overlap');
  item.command = 'fanben.toggleOverlap';
  const look = () => {
    const editor = vscode.window.activeTextEditor;
    const overlap = drafts.of(editor?.document)?.overlap;
    if (!editor || !overlap) return item.hide();
    const here = overlap.lines.find(({ line }) => line === editor.selection.active.line);
    const whole = vscode.l10n.t('Overlap {0}', shareOf(overlap));
    item.text = here && here.taken > 0 ? vscode.l10n.t('{0} · here {1}', whole, shareOf(here)) : whole;
    item.tooltip = tooltip(overlap);
    item.show();
  };
  look();
  return vscode.Disposable.from(
    item,
    drafts.onDidChange(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === vscode.window.activeTextEditor) look();
    }),
  );
}

function tooltip({ taken, characters, runs }: OverlapOutcome): string {
  const sources = [...new Set(runs.map(({ source }) => source.title))];
  const more = sources.length - MOST_SOURCES;
  return [
    vscode.l10n.t(
      '{0} of {1} characters stand in articles; quotations and set phrases do not count.',
      taken,
      characters,
    ),
    ...sources.slice(0, MOST_SOURCES).map(title => `· ${title}`),
    ...(more > 0 ? [vscode.l10n.t('and {0} more', more)] : []),
    vscode.l10n.t('Click to mark them in the draft, or to take the marks away.'),
  ].join('\n');
}
