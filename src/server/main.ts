import { join } from 'node:path';
import {
  type CompletionList,
  createConnection,
  type InitializeParams,
  type InlineCompletionParams,
  MessageType,
  ProposedFeatures,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ChoicesProblem } from '../corpus/choicesFile';
import { prepareCompletion } from '../engine/complete/complete';
import { type FuzzyPair, fuzzyPairs } from '../engine/complete/pinyin/fuzzyPinyin';
import { answering } from './answer';
import { articles } from './articles';
import { capabilities } from './capabilities';
import { numberingActions } from './codeAction';
import { completionList } from './completion';
import { resolveCompletion } from './completionResolve';
import { createCorpusSession } from './corpusSession';
import { documentSymbols } from './documentSymbol';
import { draftBefore } from './draftBefore';
import { createExemplarPlaces, exemplar, skeleton } from './exemplar';
import { foldingRanges } from './foldingRange';
import { insertableFrames, readFrames } from './frames';
import { hoverAt } from './hover';
import { imported } from './imported';
import { inlineCompletion } from './inlineCompletion';
import { lengthOf } from './length';
import { locate } from './locate';
import { lookUp } from './lookUp';
import * as messages from './messages';
import { createMinedFrames } from './minedFrames';
import { movedSection } from './moveSection';
import { formatAfterEnter } from './onTypeFormatting';
import { ownCluster } from './ownCluster';
import { candidatesOf, composedFrame, createOwnFrameFiles } from './ownFrames';
import { publishNumbering } from './publishNumbering';
import { renumberEdits } from './renumber';
import { corpusReport } from './report';
import { selectionRanges } from './selectionRange';
import { createShownLists } from './shownLists';
import { textsFor } from './texts';
import { createWorkAhead } from './workAhead';
import { openWriterChoices } from './writerChoices';

/**
 * The language server: `--stdio` for any editor, `--node-ipc` under VS Code. Wiring only: each feature is a file.
 * Every request is answered from what is there at that moment, before the index is open with nothing.
 */
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const report = (problem: string) => connection.console.error(problem);

let options: messages.ServerOptions = { corpus: [], storage: '' };
let snippets = false;
let fuzzyPinyin: readonly FuzzyPair[] = [];
let writer = openWriterChoices({}, () => {});
const lists = createShownLists(choice => writer.add(choice));
let templates: Awaited<ReturnType<typeof readFrames>> = [];
const texts = () => textsFor(options.locale);
const exemplars = createExemplarPlaces();
const ownFrames = createOwnFrameFiles(texts);
const allTemplates = () => [...ownFrames.templates, ...templates];
const corpus = createCorpusSession(
  status => {
    void connection.sendNotification(messages.STATUS, status);
  },
  texts,
  report,
);

const minedFrames = createMinedFrames({
  storage: () => options.storage,
  view: () => corpus.view(),
  damaged(names) {
    report(`frames: ${names.join(', ')} damaged, will be mined again`);
    corpus.refresh(false);
  },
});

connection.onInitialize(async ({ initializationOptions, capabilities: client }: InitializeParams) => {
  options = { ...options, ...(initializationOptions as Partial<messages.ServerOptions> | undefined) };
  fuzzyPinyin = fuzzyPairs(options.fuzzyPinyin);
  snippets = client?.textDocument?.completion?.completionItem?.snippetSupport ?? false;
  // The bundle is dist/server.js; the frames are data beside dist.
  templates = await readFrames(join(__dirname, '..')).catch(error => {
    report(error.message);
    return [];
  });
  return { capabilities, serverInfo: { name: 'fanben' } };
});

connection.onInitialized(() => {
  writer = openWriterChoices(options, tellOfChoices);
  void corpus.open(options);
});

connection.onShutdown(async () => {
  await writer.close();
  await corpus.close();
});

function tellOfChoices(problem: ChoicesProblem): void {
  const text =
    problem.kind === 'damaged'
      ? texts().choicesDamaged(problem.path, problem.lines)
      : texts().choicesUnusable(problem.path, problem.code);
  void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message: text });
}

/** Answers about an open document; a document that is not open has none. */
function onDocument<Params extends { textDocument: { uri: string } }, Result>(
  name: string,
  otherwise: Result,
  handle: (document: TextDocument, params: Params) => Result,
) {
  return answering<Params, Result>(
    name,
    otherwise,
    params => {
      const document = documents.get(params.textDocument.uri);
      return document ? handle(document, params) : otherwise;
    },
    report,
  );
}

const NO_ITEMS: CompletionList = { isIncomplete: true, items: [] };
const workAhead = createWorkAhead(report);
connection.onCompletion(
  onDocument('completion', NO_ITEMS, (document, { position }) => {
    const draft = draftBefore(document, position);
    workAhead(() => prepareCompletion(corpus.view(), draft));
    return completionList(document, position, draft, {
      view: corpus.view(),
      templates: allTemplates(),
      texts: texts(),
      pinyin: options.pinyin ?? true,
      fuzzyPinyin,
      choices: writer.choices(),
      refused: lists.refused(document, position),
      shown: phrases => lists.shown(document, position, phrases),
      snippets,
      exemplars: exemplars.places(corpus.view()),
    });
  }),
);
connection.onCompletionResolve(async (item, token) => {
  const resolve = answering(
    'completion resolve',
    item,
    () => resolveCompletion(item, { view: corpus.view(), templates: allTemplates(), texts: texts() }),
    report,
  );
  return resolve(item, token);
});
connection.languages.inlineCompletion.on(
  onDocument('inline completion', [], (document, { position, context }: InlineCompletionParams) =>
    inlineCompletion(document, position, context, corpus.view()),
  ),
);
connection.onHover(
  onDocument('hover', null, (document, { position }) => {
    const view = corpus.view();
    return hoverAt(document, position, { view, texts: texts(), exceptCluster: ownCluster(view, document.uri) });
  }),
);
connection.onDocumentOnTypeFormatting(
  onDocument('on-type formatting', [], (document, { position }) => formatAfterEnter(document, position)),
);
connection.onDocumentSymbol(onDocument('document symbols', [], document => documentSymbols(document, texts())));
connection.onFoldingRanges(onDocument('folding ranges', [], foldingRanges));
connection.onSelectionRanges(
  onDocument('selection ranges', [], (document, { positions }) => selectionRanges(document, positions)),
);
connection.onCodeAction(
  onDocument('code actions', [], (document, { range, context }) =>
    numberingActions(document, range, context.diagnostics, options, texts()),
  ),
);
publishNumbering(connection, documents, () => options, texts, report);

connection.onRequest(messages.RENUMBER, onDocument('renumber', [], renumberEdits));
connection.onRequest(
  messages.MOVE_SECTION,
  onDocument<messages.MoveSectionParams, messages.MovedSection>('move section', { kind: 'noSection' }, movedSection),
);
connection.onRequest(
  messages.LENGTH,
  onDocument<messages.LengthParams, messages.Length>('length', { characters: 0, selected: 0 }, lengthOf),
);

connection.onRequest(
  messages.FRAMES,
  answering('frames', [], () => insertableFrames(templates), report),
);
connection.onRequest(
  messages.MINED_FRAMES,
  answering<messages.MinedFramesParams, messages.MinedFrames>(
    'mined frames',
    { version: '', frames: [] },
    params => minedFrames.list(params),
    report,
  ),
);
connection.onRequest(
  messages.MINED_FRAME,
  answering('mined frame', null, (params: messages.MinedFrameParams) => minedFrames.bodies(params), report),
);
connection.onRequest(
  messages.LOOK_UP,
  answering('look up', [], (params: messages.LookUpParams) => lookUp(corpus.view(), params), report),
);
connection.onRequest(
  messages.LOCATE,
  answering('locate', null, (ref: messages.PassageRef) => locate(corpus.view(), ref, texts()), report),
);
connection.onRequest(
  messages.IMPORTED,
  answering<messages.ImportedParams, messages.Imported | null>(
    'imported',
    null,
    ({ path }, token) => imported(path, texts().language, () => token.isCancellationRequested),
    report,
  ),
);
connection.onRequest(
  messages.OWN_FRAMES,
  answering<unknown, messages.OwnFrames>('own frames', { frames: [], problems: [] }, () => ownFrames.answer(), report),
);
connection.onRequest(
  messages.SLOT_CANDIDATES,
  answering('slot candidates', [], (params: messages.SlotCandidatesParams) => candidatesOf(params.text), report),
);
connection.onRequest(
  messages.COMPOSE_FRAME,
  answering<messages.ComposeFrameParams, messages.ComposedFrame | null>('compose frame', null, composedFrame, report),
);
connection.onRequest(
  messages.ARTICLES,
  answering<messages.ArticlesParams, messages.Articles>(
    'articles',
    { articles: [], isCut: false },
    params => articles(corpus.view(), params),
    report,
  ),
);
connection.onRequest(
  messages.EXEMPLAR,
  answering('exemplar', null, (ref: messages.ArticleRef) => exemplar(corpus.view(), ref), report),
);
connection.onRequest(
  messages.SKELETON,
  answering<messages.SkeletonParams, string | null>(
    'skeleton',
    null,
    (params, token) => skeleton(corpus.view(), params, () => token.isCancellationRequested),
    report,
  ),
);
connection.onRequest(
  messages.REPORT,
  answering('report', null, () => corpusReport(corpus.manifest(), texts().language), report),
);

connection.onNotification(messages.CANCEL_INDEXING, () => corpus.cancel());
connection.onNotification(messages.REINDEX, (params?: messages.ReindexParams) =>
  corpus.refresh(params?.fromScratch === true),
);
connection.onNotification(messages.SET_FRAME_FILES, (params: messages.SetFrameFilesParams) =>
  ownFrames.read(params.paths),
);
connection.onNotification(messages.SET_EXEMPLARS, (params: messages.SetExemplarsParams) =>
  exemplars.pin(params.articles),
);
connection.onNotification(messages.SET_CORPUS, (params: messages.SetCorpusParams) => corpus.change(params));

connection.onNotification(messages.LIST_DISMISSED, ({ uri }: messages.ListParams) => {
  const document = documents.get(uri);
  if (document) lists.dismissed(document);
});
connection.onNotification(messages.LIST_ASKED, ({ uri }: messages.ListParams) => lists.asked(uri));
connection.onRequest(messages.FORGET_CHOICES, async () => {
  await writer.forget();
  return null;
});

documents.onDidChangeContent(({ document }) => lists.changed(document));
documents.onDidClose(({ document }) => lists.closed(document.uri));
documents.listen(connection);
connection.listen();
