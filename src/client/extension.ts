import type * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient/node';
import { registerAssistantTools } from './assistant/assistantTools';
import { registerCheckCommands } from './check/checkCommands';
import { createCheckedDrafts } from './check/checkedDrafts';
import { registerOverlapItem } from './check/overlapItem';
import { registerOverlapMarks } from './check/overlapMarks';
import { registerOverlapSources } from './check/overlapSources';
import { registerClearIndex } from './corpus/clearIndex';
import { registerCorpusFolderCommands } from './corpus/corpusFolderCommands';
import { onCorpusFoldersChange } from './corpus/corpusFolders';
import { registerImportedDocuments } from './corpus/importedDocument';
import { registerIndexingProgress } from './corpus/indexingProgress';
import { registerLens } from './corpus/lens';
import { registerOpenSample } from './corpus/openSample';
import { registerReportDocument } from './corpus/reportDocument';
import { registerShowReport } from './corpus/showReport';
import { registerStatusItem } from './corpus/statusItem';
import { createCorpusTreeView } from './corpus/tree/corpusTreeView';
import { registerTreeCommands } from './corpus/tree/treeCommands';
import { registerVersionDocuments } from './corpus/tree/versionDocuments';
import { registerDraftSlots } from './draft/draftSlots';
import { registerFirstLineIndent } from './draft/firstLineIndent';
import { registerLengthItem } from './draft/lengthItem';
import { registerWriteAsDraft } from './draft/writeAsDraft';
import { createArticleDocuments } from './exemplars/articleDocuments';
import { registerExemplarCommands } from './exemplars/exemplarCommands';
import { createExemplars } from './exemplars/exemplars';
import { registerExemplarView } from './exemplars/exemplarView';
import { registerPrecedents } from './exemplars/precedents';
import { registerCopyForWord } from './export/copyForWord';
import { registerExportToWord } from './export/exportToWord';
import { createFrameFiles } from './frames/frameFiles';
import { registerFrameMarks } from './frames/frameMarks';
import { registerInsertFrame } from './frames/insertFrame';
import { registerOwnFrameCommands } from './frames/ownFrameCommands';
import { registerSaveAsFrame } from './frames/saveAsFrame';
import { createGhosts, type Ghosts } from './ghost/ghosts';
import { registerGhostText } from './ghost/ghostText';
import { registerLibraryCommands } from './libraries/libraryCommands';
import { onNetworkChange } from './libraries/networkOptions';
import { registerListCommands } from './list/listCommands';
import { registerSuggestAfterTyping } from './list/suggestAfterTyping';
import { createSuggestGate } from './list/suggestGate';
import { registerSuggestNextMember } from './list/suggestNextMember';
import { registerAfterParagraph } from './lookup/afterParagraph';
import { registerConcordance } from './lookup/concordance';
import { registerLookUp } from './lookup/lookUp';
import { registerOtherWays } from './lookup/otherWays';
import { registerParagraphLens } from './lookup/paragraphLens';
import { registerSpeakerProfile } from './lookup/speakerProfile';
import { createAutomaticNumbers } from './numbering/automaticNumbers';
import { registerMoveSection } from './numbering/moveSectionCommand';
import { createNumberingMiddleware } from './numbering/numberingMiddleware';
import { registerRenumber } from './numbering/renumberCommand';
import { createSayings } from './sayings/sayings';
import { registerSayingView } from './sayings/sayingView';
import { registerSearchView } from './search/searchView';
import { createLanguageServer, type LanguageServer } from './server/languageServer';
import { registerServerCommands } from './server/serverCommands';
import { registerStartWhenNeeded } from './server/startWhenNeeded';
import { onSettingsChange, readSettings } from './settings';
import { registerOpenPassage } from './sources/openPassage';
import { registerReadingPages } from './ui/readingPages';
import { createCorpusWords } from './words/corpusWords';
import { registerDoubleClick } from './words/doubleClick';
import { registerWordCommands } from './words/wordCommands';

let server: LanguageServer | undefined;

/** Registers everything and returns at once; the server starts by itself when a draft is there. */
export function activate(context: vscode.ExtensionContext): void {
  // The gate is part of the server's client, and the ghosts ask the server.
  let ghosts: Ghosts | undefined;
  const gate = createSuggestGate(
    async (document, position) => {
      const ghost = await ghosts?.at(document, position, false);
      return ghost != null && ghosts!.isAsked(document);
    },
    async (how, document) => {
      const method = how === 'asked' ? 'fanben/listAsked' : 'fanben/listOpen';
      await server?.notify(method, { uri: document.uri.toString() }).catch(() => {});
    },
  );
  const numbering = createNumberingMiddleware();
  const automaticNumbers = createAutomaticNumbers();
  server = createLanguageServer(context, {
    ...gate.middleware,
    ...hoverMiddleware,
    ...numbering.middleware,
    ...automaticNumbers.middleware,
  });
  // Settings and folders take effect at once.
  const reconfigure = () => void server?.reconfigure();
  const articles = createArticleDocuments();
  const checkedDrafts = createCheckedDrafts(server);
  const exemplars = createExemplars(context, server);
  const frameFiles = createFrameFiles(context, server);
  const sayings = createSayings(context, server);
  const words = createCorpusWords(server);
  const corpusTree = createCorpusTreeView(server);
  const slots = registerDraftSlots();
  ghosts = createGhosts(server, slots.isInFrame);
  context.subscriptions.push(
    server,
    gate,
    numbering,
    automaticNumbers,
    registerStatusItem(server),
    registerLengthItem(server),
    registerIndexingProgress(server),
    onSettingsChange(reconfigure),
    onNetworkChange(reconfigure),
    onCorpusFoldersChange(reconfigure),
    registerSuggestAfterTyping(gate, automaticNumbers),
    registerSuggestNextMember(server, gate, automaticNumbers),
    registerGhostText(server, ghosts, gate),
    registerListCommands(server, gate),
    registerInsertFrame(server),
    registerFrameMarks(server, articles),
    registerReadingPages(),
    registerLookUp(server, articles),
    registerSearchView(context, server, articles),
    registerConcordance(server, words),
    registerOtherWays(server, words),
    registerAfterParagraph(server),
    registerParagraphLens(server),
    registerSpeakerProfile(server, exemplars),
    checkedDrafts,
    registerCheckCommands(server, numbering.release),
    registerOverlapItem(checkedDrafts),
    registerOverlapMarks(checkedDrafts),
    registerOverlapSources(checkedDrafts),
    registerAssistantTools(server),
    sayings,
    registerSayingView(sayings, articles),
    registerRenumber(server),
    registerMoveSection(server),
    registerOpenPassage(server),
    registerImportedDocuments(server),
    registerShowReport(server),
    registerReportDocument(server),
    registerCorpusFolderCommands(),
    corpusTree,
    registerTreeCommands(corpusTree, server),
    registerLibraryCommands(context, server),
    registerVersionDocuments(server),
    registerLens(context, server, corpusTree.refresh),
    registerServerCommands(server),
    registerClearIndex(server, context),
    registerWriteAsDraft(context),
    articles,
    exemplars,
    registerExemplarView(exemplars, server),
    registerExemplarCommands(exemplars, server, articles),
    registerPrecedents(context, server, exemplars),
    slots,
    registerFirstLineIndent(),
    registerExportToWord(server),
    registerCopyForWord(server),
    words,
    registerWordCommands(words),
    registerDoubleClick(words),
    frameFiles,
    registerSaveAsFrame(server, frameFiles),
    registerOwnFrameCommands(frameFiles),
    registerOpenSample(context),
    registerStartWhenNeeded(server),
  );
}

/** Asks the server for hovers only where the writer wants them. */
const hoverMiddleware: Pick<Middleware, 'provideHover'> = {
  provideHover: (document, position, token, next) =>
    readSettings().hover ? next(document, position, token) : undefined,
};

/** The editor waits for it, and so the server can end in order. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
