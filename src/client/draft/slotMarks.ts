import * as vscode from 'vscode';
import { isDraft } from './drafts';
import { openSlotsIn, ownWordsOf } from './openSlots';

/** A hand that rests this long has time to look at a problem. */
const PAUSE_MS = 400;
/** Longer documents are no drafts. UTF-16 code units. */
const LONGEST_DRAFT = 500_000;

interface Slot {
  readonly name: string;
  readonly range: vscode.Range;
}

/** Open slots to the eye: dimmed in the text, and in the Problems view. A selected slot has the colour that is read on a selection. */
export function registerSlotMarks(): vscode.Disposable {
  const dimmed = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('fanben.slotForeground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  /** Behind a selected slot that may keep its words. */
  const hint = vscode.window.createTextEditorDecorationType({
    after: {
      contentText: vscode.l10n.t('Tab: keep'),
      color: new vscode.ThemeColor('editorCodeLens.foreground'),
      margin: '0 0 0 0.5em',
    },
  });
  const problems = vscode.languages.createDiagnosticCollection('fanben-slots');
  const waiting = new Map<string, NodeJS.Timeout>();

  /** A cursor moves more often than a text changes. */
  const known = new WeakMap<vscode.TextDocument, { readonly version: number; readonly slots: readonly Slot[] }>();

  const slotsOf = (document: vscode.TextDocument): readonly Slot[] => {
    if (!isDraft(document)) return [];
    const before = known.get(document);
    if (before?.version === document.version) return before.slots;
    const text = document.getText();
    const found = text.length > LONGEST_DRAFT ? [] : openSlotsIn(text);
    const slots = found.map(({ start, end, name }) => {
      return { name, range: new vscode.Range(document.positionAt(start), document.positionAt(end)) };
    });
    known.set(document, { version: document.version, slots });
    return slots;
  };
  const dim = (editor: vscode.TextEditor) => {
    const selected = editor.selections.filter(({ isEmpty }) => !isEmpty);
    const slots = slotsOf(editor.document);
    const ranges = slots.map(({ range }) => range);
    const own = slots.filter(
      slot => ownWordsOf(slot) !== undefined && selected.length === 1 && selected[0]!.isEqual(slot.range),
    );
    editor.setDecorations(
      hint,
      own.map(({ range }) => range),
    );
    editor.setDecorations(
      dimmed,
      ranges.filter(range => !selected.some(selection => selection.intersection(range)?.isEmpty === false)),
    );
  };
  const list = (document: vscode.TextDocument) => {
    const found = slotsOf(document).map(({ name, range }) => {
      const own = ownWordsOf({ name });
      const message = own
        ? vscode.l10n.t('Slot with the article’s own words: keep or replace {0}', own)
        : vscode.l10n.t('Slot still to be filled: {0}', name);
      const problem = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
      return Object.assign(problem, { source: vscode.l10n.t('Fanben'), code: 'slot' });
    });
    if (found.length > 0 || problems.has(document.uri)) problems.set(document.uri, found);
  };
  const listLater = (document: vscode.TextDocument) => {
    const key = document.uri.toString();
    clearTimeout(waiting.get(key));
    waiting.set(
      key,
      setTimeout(() => {
        waiting.delete(key);
        if (!document.isClosed) list(document);
      }, PAUSE_MS),
    );
  };
  const all = () => {
    vscode.window.visibleTextEditors.forEach(dim);
    vscode.workspace.textDocuments.forEach(list);
  };
  all();
  return vscode.Disposable.from(
    dimmed,
    hint,
    problems,
    new vscode.Disposable(() => waiting.forEach(timer => void clearTimeout(timer))),
    vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(dim)),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => dim(textEditor)),
    vscode.workspace.onDidOpenTextDocument(list),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => problems.delete(uri)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      vscode.window.visibleTextEditors.filter(editor => editor.document === document).forEach(dim);
      listLater(document);
    }),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('fanben.languages')) all();
    }),
  );
}
