import * as vscode from 'vscode';
import { isDraft } from './drafts';
import { isOfOneThing, type OpenSlot, openSlotsIn } from './openSlots';

/** What is being written where a slot was: UTF-16 offsets, `end` exclusive. */
interface Filling {
  readonly document: vscode.TextDocument;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** A hand types some characters while an edit is on its way. */
const MOST_TRIALS = 20;

/** Follows what is written into slots of drafts. */
export interface SlotTwins extends vscode.Disposable {
  /** Is the cursor in, or at an edge of, what was just written into a slot? */
  isFilling(editor: vscode.TextEditor): boolean;
  /** Will this slot be filled with what is being written now? */
  isToBeFilled(slot: OpenSlot): boolean;
  /** Fires when a slot begins to be filled or is left. */
  readonly onDidChange: vscode.Event<void>;
}

/**
 * What is written into a slot fills its twins as soon as the cursor leaves it: not while it is being written, for a composition must
 * not be disturbed. It is one step with the last that was written: a single Undo takes all of it back.
 */
export function createSlotTwins(): SlotTwins {
  const changes = new vscode.EventEmitter<void>();
  /** Of each draft, its text before the last change: what a change replaced is told by nobody else. */
  const before = new Map<string, string>();
  let filling: Filling | undefined;

  const become = (next: Filling | undefined) => {
    if (next === undefined && filling === undefined) return;
    filling = next;
    changes.fire();
  };
  const isAt = ({ document, start, end }: Filling, editor: vscode.TextEditor) =>
    editor.document === document &&
    document.offsetAt(editor.selection.start) >= start &&
    document.offsetAt(editor.selection.end) <= end;
  const leave = async (left: Filling) => {
    become(undefined);
    const { document, name, start, end } = left;
    const text = document.getText().slice(start, end);
    if (!isOfOneThing(name) || text.trim() === '' || text.includes('\n') || text.includes('〔')) return;
    // The editor refuses an edit of a text that was typed in meanwhile.
    for (let trial = 0; trial < MOST_TRIALS; trial++) {
      const twins = openSlotsIn(document.getText()).filter(slot => slot.name === name);
      const editor = vscode.window.visibleTextEditors.find(one => one.document === document);
      if (twins.length === 0 || !editor) return;
      const fill = (edit: vscode.TextEditorEdit) => {
        for (const twin of twins) {
          edit.replace(new vscode.Range(document.positionAt(twin.start), document.positionAt(twin.end)), text);
        }
      };
      if (await editor.edit(fill, { undoStopBefore: false, undoStopAfter: true })) return;
    }
  };
  const remember = (document: vscode.TextDocument) => {
    if (isDraft(document)) before.set(document.uri.toString(), document.getText());
  };
  vscode.workspace.textDocuments.forEach(remember);

  const listeners = vscode.Disposable.from(
    changes,
    vscode.workspace.onDidOpenTextDocument(remember),
    vscode.workspace.onDidCloseTextDocument(document => {
      before.delete(document.uri.toString());
      if (filling?.document === document) become(undefined);
    }),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const key = document.uri.toString();
      const old = before.get(key);
      remember(document);
      if (contentChanges.length === 0 || old === undefined) return;
      if (reason !== undefined) {
        if (filling?.document === document) become(undefined);
        return;
      }
      const moved = filling?.document === document ? shifted(filling, contentChanges) : filling;
      if (moved) return become(moved);
      const editor = vscode.window.activeTextEditor;
      if (editor?.document !== document) return become(undefined);
      become(slotReplaced(document, old, contentChanges));
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (filling && textEditor.document === filling.document && !isAt(filling, textEditor)) void leave(filling);
    }),
    vscode.window.onDidChangeActiveTextEditor(editor => {
      if (filling && editor?.document !== filling.document) void leave(filling);
    }),
  );
  return {
    isToBeFilled: ({ name }) => filling?.name === name && isOfOneThing(name),
    isFilling: editor => filling !== undefined && isAt(filling, editor),
    onDidChange: changes.event,
    dispose: () => listeners.dispose(),
  };
}

/** Where what is being written stands after changes in it and around it; nothing where they reach over its edges. */
function shifted(filling: Filling, all: readonly vscode.TextDocumentContentChangeEvent[]): Filling | undefined {
  let { start, end } = filling;
  for (const { rangeOffset, rangeLength, text } of all.toSorted((a, b) => b.rangeOffset - a.rangeOffset)) {
    const added = text.length - rangeLength;
    if (rangeOffset >= start && rangeOffset + rangeLength <= end) end += added;
    else if (rangeOffset + rangeLength <= start) {
      start += added;
      end += added;
    } else if (rangeOffset < end) return undefined;
  }
  return { ...filling, start, end };
}

/** A slot that a change replaced by text. With several changes at once (linked tab stops), the first of them. */
function slotReplaced(
  document: vscode.TextDocument,
  old: string,
  all: readonly vscode.TextDocumentContentChangeEvent[],
): Filling | undefined {
  const [first] = all.toSorted((a, b) => a.rangeOffset - b.rangeOffset);
  const { rangeOffset: start, rangeLength, text } = first!;
  const [slot] = openSlotsIn(old.slice(start, start + rangeLength));
  if (!slot || slot.end - slot.start !== rangeLength || text === '') return undefined;
  return { document, name: slot.name, start, end: start + text.length };
}
