import * as vscode from 'vscode';
import type { LanguageServer } from '../server/languageServer';
import { showFailure } from '../ui/failure';
import { inert } from '../ui/inert';
import { tell } from '../ui/tell';

interface Row extends vscode.QuickPickItem {
  /** The row of the list that it stands for; undefined for a heading. */
  readonly of?: { readonly text: string; readonly isBanished: boolean };
}

/** Lets the writer choose a row of the last list that is to come no more, or one of those that may come again. */
export async function banishRow(server: LanguageServer): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri.toString();
  if (uri === undefined) return;
  try {
    await server.start();
    const { shown, banished } = await server.request('fanben/banishable', { uri });
    const rows: Row[] = [
      ...section(vscode.l10n.t('Rows of the last list'), shown, false),
      ...section(vscode.l10n.t('Come no more; choose to restore'), [...banished].reverse(), true),
    ];
    if (rows.length === 0) {
      void tell.information(
        vscode.l10n.t('There is nothing to choose from yet: no list has been shown in this draft.'),
      );
      return;
    }
    const row = await vscode.window.showQuickPick(rows, {
      placeHolder: vscode.l10n.t('Which row is to come no more?'),
    });
    if (row?.of) await banish(server, row.of.text, !row.of.isBanished);
  } catch (error) {
    await showFailure(vscode.l10n.t('This row cannot be banished.'), error);
  }
}

function section(heading: string, texts: readonly string[], isBanished: boolean): Row[] {
  if (texts.length === 0) return [];
  const rows = texts.map(text => ({ label: inert(text), of: { text, isBanished } }));
  return [{ label: heading, kind: vscode.QuickPickItemKind.Separator }, ...rows];
}

/** Says what was done, and takes it back if wanted. */
async function banish(server: LanguageServer, text: string, isBanished: boolean): Promise<void> {
  await server.request('fanben/banish', { text, isBanished });
  const done = isBanished
    ? vscode.l10n.t('“{0}” will not be suggested again.', text)
    : vscode.l10n.t('“{0}” may be suggested again.', text);
  const undo = vscode.l10n.t('Undo');
  if ((await tell.information(done, undo)) === undo) await banish(server, text, !isBanished);
}
