import * as vscode from 'vscode';

/** A quick pick whose rows are ours to find, for each text that is typed. */
export interface LiveQuickPick<Item extends vscode.QuickPickItem> extends vscode.QuickPick<Item> {
  /** Shows the rows that fit what was typed. */
  fill(rows: readonly Item[], typed: string): void;
  /**
   * Hands on the row that Enter means: the chosen one; where the rows are still those of fewer letters, the first that comes for
   * all of them, unless the writer types on.
   */
  meant(take: (item: Item | undefined) => void): void;
}

/**
 * A quick pick that shows its items as they come, in their order: what fits the typed text is decided by us.
 * Each item wants `alwaysShow`, and the list must not sort by what the typed text happens to match in the labels;
 * that switch exists on every quick pick, though the typings have it only as a proposal.
 */
export function createLiveQuickPick<Item extends vscode.QuickPickItem>(): LiveQuickPick<Item> {
  const picker = Object.assign(vscode.window.createQuickPick<Item>(), { sortByLabel: false });
  let filledFor: string | undefined;
  // The editor tells which row is active once it shows new rows; Enter before that was pressed on the old ones.
  let isShown = false;
  picker.onDidChangeActive(() => {
    isShown = true;
  });
  let waiting: ((item: Item | undefined) => void) | undefined;
  picker.onDidChangeValue(() => {
    waiting = undefined;
  });
  return Object.assign(picker, {
    fill(rows: readonly Item[], typed: string) {
      picker.items = rows;
      isShown = false;
      filledFor = typed.trim();
      if (filledFor !== picker.value.trim()) return;
      const take = waiting;
      waiting = undefined;
      take?.(firstOf(rows));
    },
    meant(take: (item: Item | undefined) => void) {
      const typed = picker.value.trim();
      if (typed === '' || (typed === filledFor && isShown)) take(picker.selectedItems[0]);
      else if (typed === filledFor) take(firstOf(picker.items));
      else waiting = take;
    },
  });
}

function firstOf<Item extends vscode.QuickPickItem>(rows: readonly Item[]): Item | undefined {
  return rows.find(({ kind }) => kind !== vscode.QuickPickItemKind.Separator);
}
