import * as vscode from 'vscode';
import { isDraft } from './drafts';
import { isInFrame } from './inFrame';
import { openSlotsIn, ownWordsOf } from './openSlots';
import { isNextByBracket } from './slotByBracket';
import type { SlotTwins } from './slotTwins';

/**
 * What keys mean around slots, and the item that says so. A paragraph with an open slot is a frame, and so is what was just written
 * into one while others are open: there Tab goes to the next slot and nothing else, whatever the editor has forgotten of its tab
 * stops; a selected slot with words of its own, 〔守住底线？〕, it leaves as those words. Elsewhere Tab has its other meanings. Where the editor finds that slot itself (`fanben.slotAhead`), the key asks nobody here.
 */
export function registerSlotKeys(twins: SlotTwins): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('fanben.slots', vscode.StatusBarAlignment.Left, 8);
  item.name = vscode.l10n.t('Fanben Slots');
  item.command = 'fanben.nextSlot';
  const tellFrame = teller(is => vscode.commands.executeCommand('setContext', 'fanben.inFrame', is));
  const tellOwnWords = teller(is => vscode.commands.executeCommand('setContext', 'fanben.atOwnWords', is));
  const tellBehind = teller(is => vscode.commands.executeCommand('setContext', 'fanben.behindSlot', is));
  const tellAhead = teller(is => vscode.commands.executeCommand('setContext', 'fanben.slotAhead', is));
  const tellBefore = teller(is => vscode.commands.executeCommand('setContext', 'fanben.beforeSlot', is));
  /** Document versions: a cursor that moved because something was written was put there by nobody. */
  const seen = new WeakMap<vscode.TextDocument, number>();

  const look = () => {
    const editor = vscode.window.activeTextEditor;
    const isServed = editor !== undefined && isDraft(editor.document);
    const slots = isServed ? openSlotsIn(editor.document.getText()) : [];
    const { document, selection, selections } = editor ?? {};
    const start = document?.offsetAt(selection!.start);
    const end = document?.offsetAt(selection!.end);
    const isOne = isServed && selections!.length === 1;
    const isFrame = editor !== undefined && isInFrame(editor, twins);
    tellFrame(isFrame);
    tellAhead(
      isOne &&
        slots.length > 0 &&
        isNextByBracket(document!.getText(), { start: start!, end: end! }, twins.isToBeFilled),
    );
    const selected = isOne ? slots.find(slot => slot.start === start && slot.end === end) : undefined;
    const isOwn = selected !== undefined && ownWordsOf(selected) !== undefined;
    tellOwnWords(isOwn);
    tellBehind(isOne && selection!.isEmpty && slots.some(slot => slot.end === end));
    tellBefore(isOne && selection!.isEmpty && slots.some(slot => slot.start === start));
    if (slots.length === 0) return item.hide();
    const count = slots.length === 1 ? vscode.l10n.t('1 slot') : vscode.l10n.t('{0} slots', slots.length);
    const tab = isOwn ? vscode.l10n.t('{0} · Tab: keep the words', count) : vscode.l10n.t('{0} · Tab: next', count);
    item.text = `$(symbol-field) ${isFrame ? tab : count}`;
    item.tooltip = isOwn
      ? vscode.l10n.t(
          'These words stood in the article. Tab keeps them and goes on, typing replaces them; Alt+N leaves the slot open.',
        )
      : isFrame
        ? vscode.l10n.t(
            'Here Tab goes to the next slot 〔…〕, Shift+Tab to the one before. Click or Alt+N does so everywhere.',
          )
        : vscode.l10n.t('Slots 〔…〕 still to be filled. Click or Alt+N goes to the next.');
    item.show();
  };
  look();
  return vscode.Disposable.from(
    item,
    twins.onDidChange(look),
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) look();
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, kind }) => {
      const { document } = textEditor;
      const isMoved = seen.get(document) === document.version || kind === vscode.TextEditorSelectionChangeKind.Mouse;
      seen.set(document, document.version);
      const isByHand = kind !== undefined && kind !== vscode.TextEditorSelectionChangeKind.Command;
      if (isMoved && isByHand && isDraft(document)) selectWhole(textEditor);
      if (textEditor === vscode.window.activeTextEditor) look();
    }),
    vscode.commands.registerTextEditorCommand('fanben.deleteSlotLeft', editor => deleteSlot(editor, 'end')),
    vscode.commands.registerTextEditorCommand('fanben.deleteSlotRight', editor => deleteSlot(editor, 'start')),
  );
}

/** Tells the keys' conditions only what is new. */
function teller(set: (is: boolean) => unknown): (is: boolean) => void {
  let told: boolean | undefined;
  return is => {
    if (is === told) return;
    told = is;
    set(is);
  };
}

/** A cursor put into a slot selects it: what is typed then replaces it whole, brackets and all. */
function selectWhole(editor: vscode.TextEditor): void {
  const { document, selections } = editor;
  const [{ active, isEmpty }] = selections as [vscode.Selection];
  if (selections.length > 1 || !isEmpty) return;
  const slot = openSlotsIn(document.lineAt(active.line).text).find(
    ({ start, end }) => start < active.character && active.character < end,
  );
  if (slot) editor.selection = new vscode.Selection(active.line, slot.start, active.line, slot.end);
}

/** Deletes the slot that ends, or starts, at the cursor; where none does any more, the character that the key deletes elsewhere. */
async function deleteSlot(editor: vscode.TextEditor, edge: 'start' | 'end'): Promise<void> {
  const { document, selection } = editor;
  const { line, character } = selection.active;
  const slot = openSlotsIn(document.lineAt(line).text).find(one => one[edge] === character);
  if (!slot || !selection.isEmpty) {
    await vscode.commands.executeCommand(edge === 'end' ? 'deleteLeft' : 'deleteRight');
    return;
  }
  await editor.edit(edit => edit.delete(new vscode.Range(line, slot.start, line, slot.end)));
}
