import * as vscode from 'vscode';
import { tell } from '../ui/tell';
import { isInFrame } from './inFrame';
import { openSlotsIn } from './openSlots';
import { registerOwnWords } from './ownWords';
import { registerSlotKeys } from './slotKeys';
import { registerSlotMarks } from './slotMarks';
import { createSlotTwins, type SlotTwins } from './slotTwins';

/** What `guidanceLine` of the engine writes: a line of its own. */
const GUIDANCE = /^[ \t　]*【提示·[^】\n]*】[^\n]*$/;

/** The slots of drafts, filled key by key. */
export interface DraftSlots extends vscode.Disposable {
  /** Does the cursor stand in a frame of this document? See `inFrame.ts`. */
  isInFrame(document: vscode.TextDocument): boolean;
}

/**
 * A draft made from an article is filled over days, while the editor forgets its tab stops with the first Escape: the next slot
 * can always be gone to, and the guidance be taken out at the end.
 */
export function registerDraftSlots(): DraftSlots {
  const twins = createSlotTwins();
  const registered = vscode.Disposable.from(
    twins,
    registerSlotMarks(),
    registerOwnWords(),
    registerSlotKeys(twins),
    vscode.commands.registerTextEditorCommand('fanben.nextSlot', editor => goToSlot(editor, 'next', twins)),
    vscode.commands.registerTextEditorCommand('fanben.previousSlot', editor => goToSlot(editor, 'previous', twins)),
    // Runs behind the keys that find the slot within the window, and puts right what they missed: they were told of it a moment too late.
    vscode.commands.registerTextEditorCommand('fanben.slotReached', editor => {
      const { document, selection } = editor;
      const isReached = openSlotsIn(document.getText(selection)).length > 0 || twins.isFilling(editor);
      if (!isReached) goToSlot(editor, 'next', twins);
    }),
    vscode.commands.registerTextEditorCommand('fanben.removeGuidance', (editor, edit) => {
      const { document } = editor;
      let isAny = false;
      for (let line = 0; line < document.lineCount; line++) {
        const { text, rangeIncludingLineBreak } = document.lineAt(line);
        if (!GUIDANCE.test(text)) continue;
        edit.delete(rangeIncludingLineBreak);
        isAny = true;
      }
      if (!isAny) void tell.information(vscode.l10n.t('No guidance 【提示·…】 is left.'));
    }),
  );
  const isFrame = (document: vscode.TextDocument) => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document === document && isInFrame(editor, twins);
  };
  return { isInFrame: isFrame, dispose: () => registered.dispose() };
}

/**
 * Selects the next open slot, or the one before; behind the last one it begins again. The editor's own tab stops end there. What will be
 * filled with its twin is passed over.
 */
function goToSlot(editor: vscode.TextEditor, where: 'next' | 'previous', twins: SlotTwins): void {
  const { document, selection } = editor;
  const open = openSlotsIn(document.getText());
  const others = open.filter(slot => !twins.isToBeFilled(slot));
  const slots = others.length > 0 ? others : open;
  const [from, to] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
  const next =
    where === 'next'
      ? (slots.find(({ start }) => start >= to) ?? slots[0])
      : (slots.findLast(({ end }) => end <= from) ?? slots.at(-1));
  if (!next) {
    void tell.information(vscode.l10n.t('No slot 〔…〕 is left.'));
    return;
  }
  // Both are on their way at once, in this order: who waits for the list to be hidden moves the cursor of a composition that has begun.
  void vscode.commands.executeCommand('hideSuggestWidget');
  editor.selection = new vscode.Selection(document.positionAt(next.start), document.positionAt(next.end));
  editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
