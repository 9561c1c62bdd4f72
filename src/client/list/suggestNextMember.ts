import * as vscode from 'vscode';
import { isDraft } from '../draft/drafts';
import type { AutomaticNumbers } from '../numbering/automaticNumbers';
import type { LanguageServer } from '../server/languageServer';
import { readSettings } from '../settings';
import type { SuggestGate } from './suggestGate';

/** Time for the number that Enter may write; with it, this is waited anew. */
const PAUSE_MS = 60;
const ENTER = /^\r?\n[ \t　]*$/;

/**
 * Opens the list on a new line, or behind the number that Enter has written there, where the draft's own series makes clear
 * what comes: 三是抓□□ below 一是抓招引, 二是抓落地. Anywhere else a new line stays quiet.
 */
export function registerSuggestNextMember(
  server: LanguageServer,
  gate: SuggestGate,
  numbers: AutomaticNumbers,
): vscode.Disposable {
  let pending: ReturnType<typeof setTimeout> | undefined;

  const placeOf = (document: vscode.TextDocument) => {
    const editor = vscode.window.activeTextEditor;
    const isAlone = editor?.document === document && editor.selections.length === 1 && editor.selection.isEmpty;
    return isAlone ? editor.selection.active : undefined;
  };
  const ask = async (document: vscode.TextDocument, version: number) => {
    const position = placeOf(document);
    if (!position || document.version !== version || server.state.phase !== 'running') return;
    const textDocument = { uri: document.uri.toString() };
    const isDue = await server.request('fanben/memberDue', { textDocument, position }).catch(() => false);
    if (!isDue || document.version !== version || !placeOf(document)?.isEqual(position)) return;
    gate.expectItself();
    await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  };

  const changes = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    if (contentChanges.length === 0 || document !== vscode.window.activeTextEditor?.document) return;
    clearTimeout(pending);
    const isEnter = contentChanges.length === 1 && reason === undefined && ENTER.test(contentChanges[0]!.text);
    if (!isEnter && !numbers.hasJustWritten(document)) return;
    if (readSettings().suggestMode !== 'automatic' || !isDraft(document)) return;
    pending = setTimeout(ask, PAUSE_MS, document, document.version);
  });

  return vscode.Disposable.from(changes, new vscode.Disposable(() => clearTimeout(pending)));
}
