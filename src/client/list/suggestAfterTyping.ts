import * as vscode from 'vscode';
import { isDraft } from '../draft/drafts';
import type { AutomaticNumbers } from '../numbering/automaticNumbers';
import { readSettings } from '../settings';
import type { SuggestGate } from './suggestGate';
import { isTypedPhrase, type TextChange } from './typedPhrase';

/** Time for the editor to ask by itself (it waits 10 ms), and for the next key of a fast hand. */
const PAUSE_MS = 30;

/**
 * Opens the list after a Chinese character or mark was typed, where the editor does not: in Markdown, where it is told
 * not to, and in plain text inside a sentence, which it takes for the middle of a word. Leaves the editor's settings alone.
 */
export function registerSuggestAfterTyping(gate: SuggestGate, numbers: AutomaticNumbers): vscode.Disposable {
  let before: { document: vscode.TextDocument; change: TextChange } | undefined;
  let pending: ReturnType<typeof setTimeout> | undefined;

  const ask = (document: vscode.TextDocument, version: number) => {
    const editor = vscode.window.activeTextEditor;
    const isCurrent = editor?.document === document && document.version === version;
    if (!isCurrent || gate.hasAsked(document)) return;
    if (editor.selections.length === 1 && editor.selection.isEmpty) {
      gate.expectItself();
      void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
    }
  };

  const changes = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    if (contentChanges.length === 0 || document !== vscode.window.activeTextEditor?.document) return;
    clearTimeout(pending);
    const [only, ...others] = contentChanges;
    const change =
      only && others.length === 0 && reason === undefined
        ? { offset: only.rangeOffset, replaced: only.rangeLength, text: only.text }
        : undefined;
    const previous = before?.document === document ? before.change : undefined;
    before = change && { document, change };
    if (!change || !isTypedPhrase(change, previous) || numbers.hasJustWritten(document)) return;
    if (readSettings().suggestMode !== 'automatic' || !isDraft(document)) return;
    pending = setTimeout(ask, PAUSE_MS, document, document.version);
  });

  return vscode.Disposable.from(changes, new vscode.Disposable(() => clearTimeout(pending)));
}
