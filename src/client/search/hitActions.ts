import * as vscode from 'vscode';
import type { LookUpHit } from '../../server/protocol/passages';
import type { ArticleDocuments } from '../exemplars/articleDocuments';
import { insertText } from '../ui/insertText';
import { tell } from '../ui/tell';
import { quotation } from './quotation';

/** What may be done with a sentence that was found. */
export interface HitActions {
  open(hit: LookUpHit): unknown;
  insert(hit: LookUpHit): unknown;
  quote(hit: LookUpHit): unknown;
  copy(hit: LookUpHit): unknown;
  keep(hit: LookUpHit): unknown;
}

/** Whatever is put into a draft goes into the one that was written in last; without one to the clipboard. */
export function createHitActions(articles: ArticleDocuments): HitActions {
  /** Into the draft that was written in last; nothing is ever written into an article. */
  const put = async (text: string) => {
    const draft = articles.lastDraft();
    if (draft) return insertText(draft, text);
    await vscode.env.clipboard.writeText(text);
    void tell.information(vscode.l10n.t('No draft is open: the sentence is on the clipboard.'));
  };
  return {
    open: hit => vscode.commands.executeCommand('fanben.openPassage', hit),
    insert: hit => put(hit.sentence),
    quote: hit => put(quotation(hit)),
    async copy(hit) {
      await vscode.env.clipboard.writeText(quotation(hit));
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied, with its source'), 3000);
    },
    keep: hit => vscode.commands.executeCommand('fanben.keepSaying', hit),
  };
}
