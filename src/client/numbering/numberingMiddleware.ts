import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import type { NumberingData } from '../../server/protocol/numbering';

/** Diagnostics as the server sent them, and how to show them. */
interface Received {
  readonly diagnostics: readonly vscode.Diagnostic[];
  readonly show: (diagnostics: vscode.Diagnostic[]) => void;
}

/** Shows what is wrong with the numbers, but not where the writer is still writing. */
export interface NumberingMiddleware extends vscode.Disposable {
  readonly middleware: Pick<Middleware, 'handleDiagnostics'>;
  /** Shows all: the writer has asked what is wrong, and waits. */
  release(): void;
}

/**
 * A draft is never finished where it is being written: 三是 may become 二是 with the next key, and the 二是 that an 一是
 * wants may be the next paragraph. So a problem around the line being typed in is held back until the cursor has left
 * it, or the writer has saved the draft or has it checked. A cursor that only comes by hides nothing.
 */
export function createNumberingMiddleware(): NumberingMiddleware {
  const received = new Map<string, Received>();
  /** Where the writer types. */
  let writing: { uri: string; line: number } | undefined;
  let held: readonly vscode.Diagnostic[] = [];

  const show = (uri: string) => {
    const answer = received.get(uri);
    answer?.show(answer.diagnostics.filter(diagnostic => !held.includes(diagnostic)));
  };
  const hold = (uri: string, next: readonly vscode.Diagnostic[]) => {
    const isSame = next.length === held.length;
    held = next;
    if (!isSame) show(uri);
  };
  const release = () => {
    const uri = writing?.uri;
    writing = undefined;
    if (uri) hold(uri, []);
  };

  const subscriptions = vscode.Disposable.from(
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
      const change = contentChanges[0];
      if (!change || document !== vscode.window.activeTextEditor?.document) return;
      // Who takes something back does not write.
      if (reason !== undefined) return release();
      const line = change.range.start.line + change.text.split('\n').length - 1;
      writing = { uri: document.uri.toString(), line };
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
      const line = selections[0]?.active.line;
      if (writing?.uri !== textEditor.document.uri.toString() || line === undefined || line === writing.line) return;
      const still = held.filter(diagnostic => isOpenAt(diagnostic, line));
      hold(writing.uri, still);
      writing = still.length > 0 ? { uri: writing.uri, line } : undefined;
    }),
    vscode.window.onDidChangeActiveTextEditor(release),
    // VS Code saves by itself, too, a second after each key where the writer has it so: that ends nothing.
    vscode.workspace.onWillSaveTextDocument(({ reason }) => {
      if (reason === vscode.TextDocumentSaveReason.Manual) release();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => received.delete(uri.toString())),
  );

  return {
    middleware: {
      handleDiagnostics: (uri, diagnostics, next) => {
        const key = uri.toString();
        if (diagnostics.length > 0) received.set(key, { diagnostics, show: shown => next(uri, shown) });
        else received.delete(key);
        const line = writing?.uri === key ? writing.line : undefined;
        if (line !== undefined) held = diagnostics.filter(diagnostic => isOpenAt(diagnostic, line));
        next(
          uri,
          diagnostics.filter(diagnostic => !held.includes(diagnostic)),
        );
      },
    },
    release,
    dispose: () => subscriptions.dispose(),
  };
}

/** Whether the writer, writing in this line, may be about to mend it. */
function isOpenAt(diagnostic: vscode.Diagnostic, line: number): boolean {
  const { openUntilLine } = ((diagnostic as { data?: unknown }).data ?? {}) as Partial<NumberingData>;
  return openUntilLine !== undefined && diagnostic.range.start.line <= line && line <= openUntilLine;
}
