import type * as vscode from 'vscode';

/** Shows a picker, and resolves to what the writer chose; undefined where they left it. It is gone then. */
export function pickedItem<Item extends vscode.QuickPickItem>(
  picker: vscode.QuickPick<Item>,
): Promise<Item | undefined> {
  return new Promise(resolve => {
    picker.onDidAccept(() => {
      resolve(picker.selectedItems[0]);
      picker.hide();
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
    picker.show();
  });
}
