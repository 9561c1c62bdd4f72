import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';

/** A number that Enter has written, and not the writer. */
interface AutomaticNumber {
  line: number;
  /** What the line began with then: `　　二是`. */
  readonly text: string;
  /** What Enter has changed besides, 二是 → 三是 on the lines below, the other way round. */
  readonly back: readonly { readonly range: vscode.Range; readonly text: string }[];
  /** Version of the document in which it was written. */
  readonly version: number;
}

/** Knows the numbers that Enter has written, so that one Backspace right behind one takes the whole of it. */
export interface AutomaticNumbers extends vscode.Disposable {
  readonly middleware: Pick<Middleware, 'provideOnTypeFormattingEdits'>;
  /** Was the last change of the document the number that Enter has written? */
  hasJustWritten(document: vscode.TextDocument): boolean;
}

/**
 * The server writes a number as the formatting of a new line, which the editor may drop (the writer was faster); so a number is
 * known only when it stands in the document. `fanben.behindNumber` tells the key binding where Backspace has this meaning.
 */
export function createAutomaticNumbers(): AutomaticNumbers {
  const numbers = new WeakMap<vscode.TextDocument, AutomaticNumber[]>();
  let expected: (Omit<AutomaticNumber, 'version'> & { document: vscode.TextDocument }) | undefined;
  let told = false;

  const numberBehindWhich = (document: vscode.TextDocument, { active, isEmpty }: vscode.Selection) =>
    isEmpty
      ? numbers.get(document)?.find(({ line, text }) => line === active.line && text.length === active.character)
      : undefined;

  const tell = () => {
    const editor = vscode.window.activeTextEditor;
    const isBehind =
      editor?.selections.every(selection => numberBehindWhich(editor.document, selection) !== undefined) ?? false;
    if (isBehind === told) return;
    told = isBehind;
    void vscode.commands.executeCommand('setContext', 'fanben.behindNumber', isBehind);
  };

  const follow = ({ document, contentChanges }: vscode.TextDocumentChangeEvent) => {
    if (contentChanges.length === 0) return;
    const kept = (numbers.get(document) ?? [])
      .map(number => ({ ...number, line: lineAfter(number.line, contentChanges) }))
      .filter(({ line, text }) => line < document.lineCount && document.lineAt(line).text.startsWith(text));
    if (expected?.document === document) {
      const { line, text, back } = expected;
      const isWritten = line < document.lineCount && document.lineAt(line).text === text;
      if (isWritten) kept.push({ line, text, back, version: document.version });
      expected = undefined;
    }
    numbers.set(document, kept);
    if (document === vscode.window.activeTextEditor?.document) tell();
  };

  const deleteNumber = async () => {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return;
    const { document, selections } = editor;
    const behind = selections.map(selection => numberBehindWhich(document, selection));
    if (behind.some(number => number === undefined)) {
      await vscode.commands.executeCommand('deleteLeft');
      return;
    }
    await editor.edit(edit => {
      for (const { line, text, back, version } of behind as AutomaticNumber[]) {
        const indent = text.length - text.trimStart().length;
        edit.delete(new vscode.Range(line, indent, line, text.length));
        if (version !== document.version) continue;
        for (const other of back) edit.replace(other.range, other.text);
      }
    });
  };

  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(follow),
    vscode.window.onDidChangeTextEditorSelection(tell),
    vscode.window.onDidChangeActiveTextEditor(tell),
    vscode.commands.registerCommand('fanben.deleteNumber', deleteNumber),
  );

  return {
    middleware: {
      provideOnTypeFormattingEdits: async (document, position, ch, options, token, next) => {
        const edits = await next(document, position, ch, options, token);
        const own = edits?.find(({ range, newText }) => range.isSingleLine && isAt(range, position) && newText !== '');
        expected = own && { document, line: position.line, text: own.newText, back: backOf(document, edits!, own) };
        return edits;
      },
    },
    hasJustWritten: document => numbers.get(document)?.at(-1)?.version === document.version,
    dispose: () => subscriptions.dispose(),
  };
}

function isAt(range: vscode.Range, { line }: vscode.Position): boolean {
  return range.start.line === line;
}

/** Where a line is after the changes, each of which is in the text before all of them. */
function lineAfter(line: number, changes: readonly vscode.TextDocumentContentChangeEvent[]): number {
  return changes
    .filter(({ range }) => range.end.line < line || (range.end.line === line && range.end.character === 0))
    .reduce(
      (moved, { range, text }) => moved + text.split('\n').length - 1 - (range.end.line - range.start.line),
      line,
    );
}

/** The other edits the other way round. They change one stretch of a line each, and no line break. */
function backOf(document: vscode.TextDocument, edits: readonly vscode.TextEdit[], own: vscode.TextEdit) {
  return edits
    .filter(edit => edit !== own)
    .map(({ range, newText }) => ({
      range: new vscode.Range(range.start, range.start.translate(0, newText.length)),
      text: document.getText(range),
    }));
}
