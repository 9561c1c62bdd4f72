import { CodeActionKind, type ServerCapabilities, TextDocumentSyncKind } from 'vscode-languageserver';
import { IGNORE_COMMAND } from './protocol/check';

/**
 * Marks after which the list opens. Behind letters and Chinese characters an editor asks by itself; these it takes for
 * the end of a word.
 */
const TRIGGERS = [...'，。、；：？！“‘《（—'];

/** What the server says of itself when an editor connects. */
export const capabilities: ServerCapabilities = {
  textDocumentSync: TextDocumentSyncKind.Incremental,
  completionProvider: {
    triggerCharacters: TRIGGERS,
    resolveProvider: true,
    completionItem: { labelDetailsSupport: true },
  },
  inlineCompletionProvider: true,
  hoverProvider: true,
  referencesProvider: true,
  definitionProvider: true,
  documentOnTypeFormattingProvider: { firstTriggerCharacter: '\n' },
  documentSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  executeCommandProvider: { commands: [IGNORE_COMMAND] },
  // What is remembered of a draft goes with it.
  workspace: { fileOperations: { didRename: { filters: [{ scheme: 'file', pattern: { glob: '**/*' } }] } } },
  codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
};
