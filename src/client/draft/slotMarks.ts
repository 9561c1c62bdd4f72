import * as vscode from 'vscode';
import { isDraft } from './drafts';
import { openSlotsIn } from './openSlots';

/** A hand that rests this long has time to look at a problem. */
const PAUSE_MS = 400;
/** Longer documents are no drafts. UTF-16 code units. */
const LONGEST_DRAFT = 500_000;

/** Open slots to the eye: dimmed in the text, and in the Problems view. */
export function registerSlotMarks(): vscode.Disposable {
  const dimmed = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('fanben.slotForeground'),
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
  const problems = vscode.languages.createDiagnosticCollection('fanben-slots');
  const waiting = new Map<string, NodeJS.Timeout>();

  const slotsOf = (document: vscode.TextDocument) => {
    if (!isDraft(document)) return [];
    const text = document.getText();
    if (text.length > LONGEST_DRAFT) return [];
    return openSlotsIn(text).map(({ start, end, name }) => {
      return { name, range: new vscode.Range(document.positionAt(start), document.positionAt(end)) };
    });
  };
  const dim = (editor: vscode.TextEditor) => {
    editor.setDecorations(
      dimmed,
      slotsOf(editor.document).map(({ range }) => range),
    );
  };
  const list = (document: vscode.TextDocument) => {
    const found = slotsOf(document).map(({ name, range }) => {
      const message = vscode.l10n.t('Slot still to be filled: {0}', name);
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
    problems,
    new vscode.Disposable(() => waiting.forEach(timer => void clearTimeout(timer))),
    vscode.window.onDidChangeVisibleTextEditors(editors => editors.forEach(dim)),
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
