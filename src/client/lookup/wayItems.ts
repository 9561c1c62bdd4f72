import * as vscode from 'vscode';
import type { LikeSentence, NextParagraph, Variant } from '../../server/protocol/lookup';
import { sourceLine } from '../sources/sourceLine';
import { inert } from '../ui/inert';
import { markDifferences } from './markDifferences';

/** A way to say it, or to go on: Enter takes it, its button opens where it is from. */
export interface WayItem extends vscode.QuickPickItem {
  readonly passage?: LikeSentence | Variant['source'];
  take?(): Thenable<unknown>;
}

/** Rows under a heading; nothing at all where there are none. */
export function section<Found>(name: string, found: readonly Found[], itemOf: (one: Found) => WayItem): WayItem[] {
  if (found.length === 0) return [];
  const separator = { label: name, kind: vscode.QuickPickItemKind.Separator };
  return [separator, ...found.map(itemOf).map(item => ({ ...item, label: inert(item.label) }))];
}

/** How alike, and what will be inserted; where it is from, and as it stands there, what the draft has otherwise in brackets. */
export function likeItem(found: LikeSentence): WayItem {
  const text = markDifferences(found.sentence, found.differs);
  return {
    label: `${found.percent}%  ${found.adapted}`,
    detail: found.percent === 100 ? sourceLine(found) : `${sourceLine(found)} · ${inert(text)}`,
    passage: { ...found, before: '', match: found.sentence, after: '' },
  };
}

/** A paragraph to go on with: how alike the one before it is, and what will be inserted; where it is from, and as it stands there. */
export function nextItem(found: NextParagraph): WayItem {
  return {
    label: `${found.percent}%  ${found.adapted}`,
    detail: found.adapted === found.text ? sourceLine(found) : `${sourceLine(found)} · ${inert(found.text)}`,
    passage: { ...found, before: '', match: found.text, after: '' },
  };
}

/** Shows the rows until one is taken or they are left. Resolves then. */
export function pickWay(title: string, items: readonly WayItem[]): Promise<void> {
  const picker = vscode.window.createQuickPick<WayItem>();
  const openSource = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: vscode.l10n.t('Open Source Beside') };
  picker.title = title;
  picker.matchOnDescription = true;
  picker.matchOnDetail = true;
  picker.items = items.map(item => (item.passage ? { ...item, buttons: [openSource] } : item));
  return new Promise(resolve => {
    picker.onDidTriggerItemButton(({ item }) => {
      void vscode.commands.executeCommand('fanben.openPassage', item.passage);
    });
    picker.onDidAccept(async () => {
      const [item] = picker.selectedItems;
      picker.hide();
      await item?.take?.();
    });
    picker.onDidHide(() => {
      picker.dispose();
      resolve();
    });
    picker.show();
  });
}
