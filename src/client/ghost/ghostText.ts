import * as vscode from 'vscode';
import { draftSelector } from '../draft/drafts';
import type { SuggestGate } from '../list/suggestGate';
import type { LanguageServer } from '../server/languageServer';
import { onSettingsChange, readSettings } from '../settings';
import type { Ghosts } from './ghosts';
import { type GhostPart, nextPart } from './shownGhost';

const NOTHING_FOUND_MS = 3000;

/** Ghost text: shown by the editor, by itself or on a key; taken by the editor's Tab, or a part at a time by our keys. */
export function registerGhostText(server: LanguageServer, ghosts: Ghosts, gate: SuggestGate): vscode.Disposable {
  let languages = '';
  let provider = new vscode.Disposable(() => {});
  const provide = () => {
    const settings = readSettings();
    if (settings.languages.join() === languages) return;
    languages = settings.languages.join();
    provider.dispose();
    provider = vscode.languages.registerInlineCompletionItemProvider(draftSelector(settings.languages), {
      provideInlineCompletionItems: (...request) => inlineItems(server, ghosts, gate, ...request),
    });
  };
  provide();
  return vscode.Disposable.from(
    onSettingsChange(provide),
    vscode.workspace.onDidCloseTextDocument(ghosts.forget),
    new vscode.Disposable(() => provider.dispose()),
    vscode.commands.registerCommand('fanben.ghostText', async () => {
      await server.start();
      // One offer at one cursor.
      await vscode.commands.executeCommand('hideSuggestWidget');
      await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
    }),
    vscode.commands.registerCommand(
      'fanben.takeGhostWord',
      oneAfterAnother(() => takePart(ghosts, 'word')),
    ),
    vscode.commands.registerCommand(
      'fanben.takeGhostClause',
      oneAfterAnother(() => takePart(ghosts, 'clause')),
    ),
    vscode.commands.registerCommand('fanben.dismissGhost', () => {
      const editor = vscode.window.activeTextEditor;
      if (editor) ghosts.dismiss(editor.document, editor.selection.active);
    }),
  );
}

async function inlineItems(
  server: LanguageServer,
  ghosts: Ghosts,
  gate: SuggestGate,
  document: vscode.TextDocument,
  position: vscode.Position,
  context: vscode.InlineCompletionContext,
  token: vscode.CancellationToken,
): Promise<vscode.InlineCompletionItem[]> {
  ghosts.noteAsked(document);
  const mode = readSettings().suggestMode;
  const isAskedFor = context.triggerKind === vscode.InlineCompletionTriggerKind.Invoke;
  // A server that nothing has started yet stays so: whoever reads a README is no writer.
  if (mode === 'off' || server.state.phase === 'stopped' || context.selectedCompletionInfo) return [];
  if (!isAskedFor && gate.isHeldByKey(document)) return [];
  const ghost = await ghosts.at(document, position, isAskedFor);
  if (!ghost) {
    if (isAskedFor && !token.isCancellationRequested) {
      const message = vscode.l10n.t('Fanben: nothing is likely enough here.');
      vscode.window.setStatusBarMessage(message, NOTHING_FOUND_MS);
    }
    return [];
  }
  const item = new vscode.InlineCompletionItem(ghost.text, new vscode.Range(position, position));
  // All of it taken, the list asks for what comes next, as after a phrase.
  if (mode === 'automatic')
    item.command = { command: 'editor.action.triggerSuggest', title: '', arguments: [{ auto: true }] };
  return [item];
}

/** The editor's own command of this kind, for a ghost that is not ours. */
const EDITOR_TAKES: Readonly<Record<GhostPart, string>> = {
  word: 'editor.action.inlineSuggest.acceptNextWord',
  clause: 'editor.action.inlineSuggest.acceptNextLine',
};

/** Takes the next word or clause of the ghost: the rest stays. The editor's own command would take a Chinese word apart. */
async function takePart(ghosts: Ghosts, part: GhostPart): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return;
  const { document, selection, selections } = editor;
  const ghost = selections.length === 1 && selection.isEmpty ? ghosts.left(document, selection.active) : null;
  if (!ghost) {
    await vscode.commands.executeCommand(EDITOR_TAKES[part]);
    return;
  }
  const text = nextPart(ghost, part);
  if (!(await editor.edit(edit => edit.insert(selection.active, text)))) return;
  const end = selection.active.translate(0, text.length);
  editor.selection = new vscode.Selection(end, end);
}

/** A fast hand presses the key again before the edit is done. */
function oneAfterAnother(step: () => Promise<void>): () => Promise<void> {
  let queue: Promise<void> = Promise.resolve();
  return () => {
    queue = queue.then(step, step);
    return queue;
  };
}
