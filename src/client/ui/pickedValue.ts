import type * as vscode from 'vscode';

/**
 * Shows a picker, and resolves to the value of the row that the writer chose; undefined where they left it. It is gone then.
 * Enter on a row without a value, as one that says that nothing fits, leaves it open.
 */
export function pickedValue<Item extends vscode.QuickPickItem, Value>(
  picker: vscode.QuickPick<Item>,
  chosen: (item: Item) => Value | undefined,
): Promise<Value | undefined> {
  return new Promise(resolve => {
    picker.onDidAccept(() => {
      const [item] = picker.selectedItems;
      const value = item && chosen(item);
      if (value === undefined) return;
      resolve(value);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
