import * as vscode from 'vscode';

/** A slot that nobody has filled yet, in any draft, however long ago it was made. */
const SLOT = /〔[^〔〕\n]*〕/g;
/** What `guidanceLine` of the engine writes: a line of its own. */
const GUIDANCE = /^[ \t　]*【提示·[^】\n]*】[^\n]*$/;

/**
 * A draft made from an article is filled over days, while the editor forgets its tab stops with the first Escape: the next slot
 * can always be gone to, and the guidance be taken out at the end.
 */
export function registerDraftSlots(): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerTextEditorCommand('fanben.nextSlot', editor => {
      const { document, selection } = editor;
      const text = document.getText();
      const from = document.offsetAt(selection.end);
      const slots = [...text.matchAll(SLOT)];
      // Behind the last one it begins again.
      const next = slots.find(({ index }) => index >= from) ?? slots[0];
      if (!next) {
        void vscode.window.showInformationMessage(vscode.l10n.t('No slot 〔…〕 is left.'));
        return;
      }
      const end = document.positionAt(next.index + next[0].length);
      editor.selection = new vscode.Selection(document.positionAt(next.index), end);
      editor.revealRange(editor.selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
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
      if (!isAny) void vscode.window.showInformationMessage(vscode.l10n.t('No guidance 【提示·…】 is left.'));
    }),
  );
}
