import type * as vscode from 'vscode';
import { registerAddCorpusFolder } from './addCorpusFolder';
import { createArticleDocuments } from './articleDocuments';
import { registerDraftSlots } from './draftSlots';
import { registerExemplarCommands } from './exemplarCommands';
import { createExemplars } from './exemplars';
import { registerExemplarView } from './exemplarView';
import { registerExtractedArticles } from './extractedArticle';
import { createFrameFiles } from './frameFiles';
import { createGhosts, type Ghosts } from './ghosts';
import { registerGhostText } from './ghostText';
import { hoverMiddleware } from './hoverMiddleware';
import { registerImportedDocuments } from './importedDocument';
import { registerIndexingProgress } from './indexingProgress';
import { registerInsertFrame } from './insertFrame';
import { createLanguageServer, type LanguageServer } from './languageServer';
import { registerLengthItem } from './lengthItem';
import { registerListCommands } from './listCommands';
import { registerLookUp } from './lookUp';
import { registerMoveSection } from './moveSectionCommand';
import { createNumberingMiddleware } from './numberingMiddleware';
import { registerOpenPassage } from './openPassage';
import { registerOpenSample } from './openSample';
import { registerOwnFrameCommands } from './ownFrameCommands';
import { registerReconfigure } from './reconfigure';
import { registerRenumber } from './renumberCommand';
import { registerSaveAsFrame } from './saveAsFrame';
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
  // The gate is part of the server's client, and the ghosts ask the server.
  let ghosts: Ghosts | undefined;
  const gate = createSuggestGate(async (document, position) => {
    const ghost = await ghosts?.at(document, position, false);
    return ghost != null && ghosts!.isAsked(document);
  });
  const numbering = createNumberingMiddleware();
  server = createLanguageServer(context, { ...gate.middleware, ...hoverMiddleware, ...numbering.middleware });
  const articles = createArticleDocuments();
  const exemplars = createExemplars(context, server);
  const frameFiles = createFrameFiles(context, server);
  ghosts = createGhosts(server);
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
    registerGhostText(server, ghosts, gate),
    registerListCommands(server),
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
    articles,
    exemplars,
    registerExemplarView(exemplars, server),
    registerExemplarCommands(exemplars, server, articles),
    registerDraftSlots(),
    frameFiles,
    registerSaveAsFrame(server, frameFiles),
    registerOwnFrameCommands(frameFiles),
    registerOpenSample(context),
    registerStartWhenNeeded(server),
  );
}

/** The editor waits for it, and so the server can end in order. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
