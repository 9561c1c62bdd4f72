import type * as vscode from 'vscode';

/** A longer selection is no wording: all of a draft may be selected by mistake. UTF-16 code units. */
export const LONGEST_SELECTION = 200;

/** What is selected in an editor, as far as it can be one wording: the beginning of its first line; empty without an editor. */
export function selectedText(editor: vscode.TextEditor | undefined): string {
  return editor?.document.getText(editor.selection).trim().split('\n')[0]?.slice(0, LONGEST_SELECTION) ?? '';
}
