import * as vscode from 'vscode';
import type { LookUpHit } from '../../server/protocol/passages';
import type { ArticleDocuments } from '../exemplars/articleDocuments';
import type { LanguageServer } from '../server/languageServer';
import { sourceLine } from '../sources/sourceLine';
import { askAsTyped } from '../ui/askAsTyped';
import { showFailure } from '../ui/failure';
import { givenText } from '../ui/givenText';
import { inert } from '../ui/inert';
import { insertText } from '../ui/insertText';
import { createLiveQuickPick } from '../ui/liveQuickPick';
import { pickedValue } from '../ui/pickedValue';
import { selectedText } from '../ui/selectedText';
import { tell } from '../ui/tell';
import { excerptOfAll } from './excerpt';

const LIMIT = 50;

interface HitItem extends vscode.QuickPickItem {
  hit?: LookUpHit;
}

/** Searches the corpus as the writer types; Enter puts the sentence into the draft, a button opens its source beside. */
export function registerLookUp(server: LanguageServer, articles: ArticleDocuments): vscode.Disposable {
  return vscode.commands.registerCommand('fanben.lookUp', async (called?: unknown) => {
    const active = vscode.window.activeTextEditor;
    const hit = await pickHit(server, givenText(called) ?? selectedText(active), active?.document.uri.toString());
    if (!hit) return;
    // Who looks up while reading an article means the draft: nothing is written into an article.
    const isArticle = active !== undefined && articles.articleOf(active.document) !== undefined;
    const draft = isArticle ? articles.lastDraft() : active;
    if (draft) return insertText(draft, hit.sentence);
    await vscode.env.clipboard.writeText(hit.sentence);
    void tell.information(vscode.l10n.t('No draft is open: the sentence is on the clipboard.'));
  });
}

function pickHit(server: LanguageServer, words: string, draft: string | undefined): Promise<LookUpHit | undefined> {
  const picker = createLiveQuickPick<HitItem>();
  picker.title = vscode.l10n.t('Look Up Phrasing');
  picker.placeholder = vscode.l10n.t(
    'Words that stood in a sentence of your articles, blanks between them; or the pinyin of a phrase',
  );
  const openSource = {
    iconPath: new vscode.ThemeIcon('go-to-file'),
    tooltip: vscode.l10n.t('Open Source Beside'),
  };
  const pin = { iconPath: new vscode.ThemeIcon('pin'), tooltip: vscode.l10n.t('Use as Exemplar') };
  const inPanel = { iconPath: new vscode.ThemeIcon('list-tree'), tooltip: vscode.l10n.t('Search in the Panel') };
  picker.buttons = [inPanel];
  const keep = { iconPath: new vscode.ThemeIcon('star'), tooltip: vscode.l10n.t('Keep as a Saying') };

  picker.onDidTriggerButton(() => {
    const typed = picker.value.trim();
    picker.hide();
    void vscode.commands.executeCommand('fanben.search', typed);
  });
  picker.onDidTriggerItemButton(({ item, button }) => {
    if (button === pin) void vscode.commands.executeCommand('fanben.useAsExemplar', item.hit);
    else if (button === keep) void vscode.commands.executeCommand('fanben.keepSaying', item.hit);
    else void vscode.commands.executeCommand('fanben.openPassage', item.hit);
  });
  picker.value = words;
  askAsTyped(picker, {
    ask: async (typed, token) => {
      if (typed === '') return undefined;
      const about = draft !== undefined && { textDocument: { uri: draft } };
      return server.request('fanben/lookUp', { words: typed, limit: LIMIT, ...about }, token);
    },
    show: (hits, typed) => {
      const nothing = { label: vscode.l10n.t('No sentence of your articles has “{0}”', typed), alwaysShow: true };
      const items = hits?.map(hit => itemOf(hit, [openSource, pin, keep])) ?? [];
      picker.fill(hits?.length === 0 ? [nothing] : items, typed);
    },
    failed: error => showFailure(vscode.l10n.t('The corpus cannot be searched.'), error),
  });
  return pickedValue(picker, ({ hit }) => hit);
}

function itemOf(hit: LookUpHit, buttons: readonly vscode.QuickInputButton[]): HitItem {
  const source = sourceLine(hit);
  const detail = hit.isScattered ? vscode.l10n.t('(not word for word) {0}', source) : source;
  return { label: inert(excerptOfAll(hit.sentence, hit.spans)), detail, alwaysShow: true, buttons, hit };
}
