import type * as vscode from 'vscode';
import { registerAddCorpusFolder } from './addCorpusFolder';
import { registerExtractedArticles } from './extractedArticle';
import { hoverMiddleware } from './hoverMiddleware';
import { registerImportedDocuments } from './importedDocument';
import { registerIndexingProgress } from './indexingProgress';
import { registerInsertFrame } from './insertFrame';
import { createLanguageServer, type LanguageServer } from './languageServer';
import { registerLengthItem } from './lengthItem';
import { registerLookUp } from './lookUp';
import { registerMoveSection } from './moveSectionCommand';
import { createNumberingMiddleware } from './numberingMiddleware';
import { registerOpenPassage } from './openPassage';
import { registerOpenSample } from './openSample';
import { registerReconfigure } from './reconfigure';
import { registerRenumber } from './renumberCommand';
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
  const numbering = createNumberingMiddleware();
  server = createLanguageServer(context, { ...gate.middleware, ...hoverMiddleware, ...numbering.middleware });
  context.subscriptions.push(
    server,
    gate,
    numbering,
    registerStatusItem(server),
    registerLengthItem(server),
    registerIndexingProgress(server),
    registerReconfigure(server),
    registerSuggestAfterTyping(gate),
    registerSuggestCommand(server, gate),
    registerInsertFrame(server),
    registerLookUp(server),
    registerRenumber(server),
    registerMoveSection(server),
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
