import type * as vscode from 'vscode';
import type { LiveQuickPick } from './liveQuickPick';

/**
 * Shows a picker, and resolves to the value of the row that the writer chose; undefined where they left it. It is gone then.
 * Enter on a row without a value, as one that says that nothing fits, leaves it open.
 */
export function pickedValue<Item extends vscode.QuickPickItem, Value>(
  picker: vscode.QuickPick<Item> | LiveQuickPick<Item>,
  chosen: (item: Item) => Value | undefined,
): Promise<Value | undefined> {
  return new Promise(resolve => {
    const take = (item: Item | undefined) => {
      const value = item && chosen(item);
      if (value === undefined) return;
      resolve(value);
      picker.hide();
    };
    picker.onDidAccept(() => ('meant' in picker ? picker.meant(take) : take(picker.selectedItems[0])));
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
