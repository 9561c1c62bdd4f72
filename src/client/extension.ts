import type * as vscode from 'vscode';
import { registerAddCorpusFolder } from './addCorpusFolder';
import { registerExtractedArticles } from './extractedArticle';
import { hoverMiddleware } from './hoverMiddleware';
import { registerImportedDocuments } from './importedDocument';
import { registerIndexingProgress } from './indexingProgress';
import { registerInsertFrame } from './insertFrame';
import { createLanguageServer, type LanguageServer } from './languageServer';
import { registerListCommands } from './listCommands';
import { registerLookUp } from './lookUp';
import { registerOpenPassage } from './openPassage';
import { registerOpenSample } from './openSample';
import { registerReconfigure } from './reconfigure';
import { registerServerCommands } from './serverCommands';
import { registerShowReport } from './showReport';
import { registerStartWhenNeeded } from './startWhenNeeded';
import { registerStatusItem } from './statusItem';
import { registerSuggestAfterTyping } from './suggestAfterTyping';
import { registerSuggestCommand } from './suggestCommand';
import { createSuggestGate } from './suggestGate';
import { registerWriteAsDraft } from './writeAsDraft';

let server: LanguageServer | undefined;

/** Registers everything and returns at once; the server starts by itself when a draft is there. */
export function activate(context: vscode.ExtensionContext): void {
  const gate = createSuggestGate();
  server = createLanguageServer(context, { ...gate.middleware, ...hoverMiddleware });
  context.subscriptions.push(
    server,
    gate,
    registerStatusItem(server),
    registerIndexingProgress(server),
    registerReconfigure(server),
    registerSuggestAfterTyping(gate),
    registerSuggestCommand(server, gate),
    registerListCommands(server),
    registerInsertFrame(server),
    registerLookUp(server),
    registerOpenPassage(server),
    registerExtractedArticles(server),
    registerImportedDocuments(server),
    registerShowReport(server),
    registerAddCorpusFolder(),
    registerServerCommands(server),
    registerWriteAsDraft(),
    registerOpenSample(context),
    registerStartWhenNeeded(server),
  );
}

/** The editor waits for it, and so the server can end in order. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
