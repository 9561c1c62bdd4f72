import * as vscode from 'vscode';
import { type Indent, readSettings } from '../settings';
import { SPEECH_DRAFT } from './drafts';

/** Two characters wide, as the first line of a paragraph has it. */
const BLANKS: Readonly<Record<Indent, string>> = { fullWidth: '　　', spaces: '    ', none: '' };
/** What the Enter rule of the language writes behind an indented paragraph. */
const KEPT = /^\r?\n　　$/;

const isIndented = (line: string) => line.trim() === '' || /^\s/.test(line);

/**
 * The blanks before a paragraph's first line. Tab at the beginning of a paragraph that has none writes them; the Enter rules of the
 * language keep them, and where the writer wants none, they go again.
 */
export function registerFirstLineIndent(): vscode.Disposable {
  let told: boolean | undefined;
  /** Tab has this meaning only there: `fanben.atParagraphStart` asks for it. */
  const tell = () => {
    const editor = vscode.window.activeTextEditor;
    const isThere =
      editor?.document.languageId === SPEECH_DRAFT &&
      readSettings().indent !== 'none' &&
      editor.selections.every(
        ({ active, isEmpty }) =>
          isEmpty && active.character === 0 && !isIndented(editor.document.lineAt(active.line).text),
      );
    if (isThere === told) return;
    told = isThere;
    void vscode.commands.executeCommand('setContext', 'fanben.atParagraphStart', isThere);
  };
  tell();
  return vscode.Disposable.from(
    vscode.window.onDidChangeTextEditorSelection(tell),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const editor = vscode.window.activeTextEditor;
      if (document !== editor?.document) return;
      tell();
      if (document.languageId !== SPEECH_DRAFT || reason !== undefined || readSettings().indent !== 'none') return;
      // Several cursors: each change shifts those below it by a line.
      const lines = contentChanges
        .filter(({ text }) => KEPT.test(text))
        .map(({ range }) => range.start.line)
        .sort((one, other) => one - other)
        .map((line, above) => line + above + 1);
      if (lines.length === 0) return;
      const remove = (edit: vscode.TextEditorEdit) => {
        for (const line of lines) edit.delete(new vscode.Range(line, 0, line, 2));
      };
      void editor.edit(remove, { undoStopBefore: false, undoStopAfter: false });
    }),
    // With `otherwise`: the cursor may have left the paragraph's beginning before the window was told, or nothing was told yet, for
    // this very Tab has us activated (`!fanben.serves`). Tab means that command then: it never puts blanks into a sentence.
    vscode.commands.registerTextEditorCommand('fanben.indentParagraph', (editor, edit, otherwise?: string) => {
      const { document, selections } = editor;
      const lines = new Set(
        selections.flatMap(({ start, end }) =>
          Array.from({ length: end.line - start.line + 1 }, (_, index) => start.line + index),
        ),
      );
      const isTab = typeof otherwise === 'string';
      const isElsewhere = isTab && selections.some(({ active }) => active.character > 0);
      const blanks = BLANKS[readSettings().indent];
      const isToIndent = !isElsewhere && blanks !== '';
      const plain = isToIndent ? [...lines].filter(line => !isIndented(document.lineAt(line).text)) : [];
      for (const line of plain) edit.insert(new vscode.Position(line, 0), blanks);
      if (plain.length === 0 && isTab) void vscode.commands.executeCommand(otherwise);
    }),
  );
}
