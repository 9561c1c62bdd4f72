import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { SPEECH_DRAFT } from '../draft/drafts';
import { readSettings, type SuggestMode } from '../settings';
import { LONGEST_COMMIT } from './typedPhrase';

/** The editor asks by itself within this time after a key; whoever asks later has pressed the key for it. */
const AUTOMATIC_WITHIN_MS = 250;

/**
 * Watches every request for suggestions on its way to the server. It knows which lists opened by themselves: those obey
 * `fanben.suggest.mode`, and in Markdown and plain text, where a writer may have the editor choose the first item by itself,
 * Enter must not take it (the keybindings ask `fanben.listOpenedByItself`).
 */
export interface SuggestGate extends vscode.Disposable {
  readonly middleware: Pick<Middleware, 'provideCompletionItem'>;
  /** The list was closed by Escape. */
  closed(): void;
  /** The next request comes from the writer's key. */
  expectKey(): void;
  /** The next request is our own, after typing: however long a busy editor takes to pass it on. */
  expectItself(): void;
  /** Has the editor asked for suggestions since this document got its present text? */
  hasAsked(document: vscode.TextDocument): boolean;
  /** Is the place of now answered by a list that the writer has opened by key? */
  isHeldByKey(document: vscode.TextDocument): boolean;
}

/**
 * @param hasGhost does ghost text stand at a place? One offer at one cursor: where one continuation is likely enough to be
 * shown in grey, a list does not open by itself, and Tab has one meaning.
 * @param tell the server how the request came about that follows: it opens lists by itself only where they are likely right
 */
export function createSuggestGate(
  hasGhost: (document: vscode.TextDocument, position: vscode.Position) => Promise<boolean>,
  tell: (how: 'asked' | 'open', document: vscode.TextDocument) => Promise<void>,
): SuggestGate {
  let lastTypedAt = Number.NEGATIVE_INFINITY;
  let expected: 'key' | 'itself' | undefined;
  let openedByItself = false;
  let asked: { document: vscode.TextDocument; version: number } | undefined;
  let hasItems = false;
  /** Where the list stands that was filled last. */
  let standing: { document: vscode.TextDocument; position: vscode.Position } | undefined;

  const typing = vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
    if (contentChanges.length > 0 && document === vscode.window.activeTextEditor?.document)
      lastTypedAt = performance.now();
  });

  /** A list that refills while the writer goes on typing stays what it was when it opened. */
  const opensByItself = ({ triggerKind }: vscode.CompletionContext): boolean => {
    if (triggerKind === vscode.CompletionTriggerKind.TriggerForIncompleteCompletions) return openedByItself;
    if (triggerKind === vscode.CompletionTriggerKind.TriggerCharacter) return true;
    return expected ? expected === 'itself' : performance.now() - lastTypedAt < AUTOMATIC_WITHIN_MS;
  };

  /** Is this the list of before, in which the writer has typed on? The editor asks anew behind every Chinese character. */
  const goesOn = (document: vscode.TextDocument, position: vscode.Position): boolean =>
    hasItems &&
    standing?.document === document &&
    standing.position.line === position.line &&
    position.character > standing.position.character &&
    position.character - standing.position.character <= LONGEST_COMMIT;

  return {
    middleware: {
      provideCompletionItem: async (document, position, context, token, next) => {
        // The editor highlights the first row of what a mark opens there, and Enter will not take it: ours opens it a moment later.
        if (
          context.triggerKind === vscode.CompletionTriggerKind.TriggerCharacter &&
          document.languageId !== SPEECH_DRAFT
        )
          return undefined;
        asked = { document, version: document.version };
        const isSame = expected === undefined && goesOn(document, position);
        // A list that was opened by key stays so while the writer types on.
        openedByItself = opensByItself(context) && (!isSame || openedByItself);
        expected = undefined;
        const mode = readSettings().suggestMode;
        if (mode === 'off' || (mode === 'onKey' && openedByItself)) return undefined;
        hasItems = !openedByItself;
        if (!openedByItself) await tell('asked', document);
        else if (isSame) await tell('open', document);
        const ghost = openedByItself && hasGhost(document, position);
        const answer = await next(document, position, context, token);
        if (await ghost) return undefined;
        const items = Array.isArray(answer) ? answer : (answer?.items ?? []);
        hasItems = items.length > 0;
        standing = { document, position };
        const isDraft = document.languageId === SPEECH_DRAFT;
        for (const item of items) {
          if (item.kind !== vscode.CompletionItemKind.Snippet) askAgainAfter(item, mode);
          else if (isDraft) showFrame(item);
        }
        void setGuard(openedByItself && items.length > 0 && !isDraft);
        return answer;
      },
    },
    closed: () => {
      standing = undefined;
    },
    expectKey: () => {
      expected = 'key';
    },
    expectItself: () => {
      expected = 'itself';
    },
    hasAsked: document => asked?.document === document && asked.version === document.version,
    isHeldByKey: document =>
      hasItems && !openedByItself && asked?.document === document && asked.version === document.version,
    dispose: () => typing.dispose(),
  };
}

/** In speech drafts the editor leaves out snippets, so that it does not offer our frames a second time; ours are none to it. */
function showFrame(item: vscode.CompletionItem): void {
  item.kind = vscode.CompletionItemKind.Struct;
}

/**
 * A phrase taken, the list asks for the next one, so that a sentence is written phrase by phrase. The editor knows this
 * command of its own and asks quietly: an empty answer opens nothing, and the list counts as opened by itself.
 */
function askAgainAfter(phrase: vscode.CompletionItem, mode: SuggestMode): void {
  if (mode === 'automatic') phrase.command = { command: 'editor.action.triggerSuggest', title: '' };
}

/**
 * Tells the keybindings whether Enter is guarded in the list that opens now. The arrow keys take the guard away: who has
 * moved in the list has chosen. They do so inside the window (`_setContext` with a name alone forgets the key), since
 * Enter may follow before word of it would come here and back.
 */
function setGuard(isGuarded: boolean): Thenable<void> {
  return vscode.commands.executeCommand('setContext', 'fanben.listOpenedByItself', isGuarded);
}
