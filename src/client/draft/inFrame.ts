import type * as vscode from 'vscode';
import { isDraft } from './drafts';
import { openSlotsIn } from './openSlots';
import type { SlotTwins } from './slotTwins';

/**
 * Is the cursor in a frame: in a paragraph with an open slot, or in what was just written into a slot while others are open? There
 * Tab goes to the next slot, and nothing is shown that Tab would take.
 */
export function isInFrame(editor: vscode.TextEditor, twins: SlotTwins): boolean {
  const { document, selection, selections } = editor;
  if (!isDraft(document) || selections.length !== 1 || openSlotsIn(document.getText()).length === 0) return false;
  return openSlotsIn(document.lineAt(selection.active.line).text).length > 0 || twins.isFilling(editor);
}
