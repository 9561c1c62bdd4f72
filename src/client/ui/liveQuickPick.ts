import * as vscode from 'vscode';

/**
 * A quick pick that shows its items as they come, in their order: what fits the typed text is decided by us.
 * Each item wants `alwaysShow`, and the list must not sort by what the typed text happens to match in the labels;
 * that switch exists on every quick pick, though the typings have it only as a proposal.
 */
export function createLiveQuickPick<Item extends vscode.QuickPickItem>(): vscode.QuickPick<Item> {
  return Object.assign(vscode.window.createQuickPick<Item>(), { sortByLabel: false });
}
