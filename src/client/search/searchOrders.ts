import * as vscode from 'vscode';
import type { SearchParams } from '../../server/protocol/search';

/** How the results of a search stand below each other. */
export type SearchOrder = SearchParams['order'];

/** How results may stand below each other, as it is said above them. */
export const searchOrders: Readonly<Record<SearchOrder, () => string>> = {
  article: () => vscode.l10n.t('by article'),
  right: () => vscode.l10n.t('by what stands right of it'),
  left: () => vscode.l10n.t('by what stands left of it'),
  date: () => vscode.l10n.t('by year'),
};

/** Lets the writer choose another order; undefined where they choose none. */
export async function pickOrder(now: SearchOrder): Promise<SearchOrder | undefined> {
  const items = (Object.keys(searchOrders) as SearchOrder[]).map(order => ({
    label: searchOrders[order](),
    ...(order === now && { description: vscode.l10n.t('as it is') }),
    order,
  }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Put the Results in Order') }))?.order;
}
