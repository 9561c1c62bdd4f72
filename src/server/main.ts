import { join } from 'node:path';
import {
  type CompletionList,
  createConnection,
  type InitializeParams,
  ProposedFeatures,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { answering } from './answer';
import { capabilities } from './capabilities';
import { completionList } from './completion';
import { resolveCompletion } from './completionResolve';
import { createCorpusSession } from './corpusSession';
import { documentSymbols } from './documentSymbol';
import { foldingRanges } from './foldingRange';
import { insertableFrames, readFrames } from './frames';
import { hoverAt } from './hover';
import { imported } from './imported';
import { locate } from './locate';
import { lookUp } from './lookUp';
import * as messages from './messages';
import { createMinedFrames } from './minedFrames';
import { formatAfterEnter } from './onTypeFormatting';
import { ownCluster } from './ownCluster';
import { corpusReport } from './report';
import { textsFor } from './texts';

/**
 * The language server: `--stdio` for any editor, `--node-ipc` under VS Code. Wiring only: each feature is a file.
 * Every request is answered from what is there at that moment, before the index is open with nothing.
 */
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
const report = (problem: string) => connection.console.error(problem);

let options: messages.ServerOptions = { corpus: [], storage: '' };
let snippets = false;
let templates: Awaited<ReturnType<typeof readFrames>> = [];
const texts = () => textsFor(options.locale);
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
  snippets = client?.textDocument?.completion?.completionItem?.snippetSupport ?? false;
  // The bundle is dist/server.js; the frames are data beside dist.
  templates = await readFrames(join(__dirname, '..')).catch(error => {
    report(error.message);
    return [];
  });
  return { capabilities, serverInfo: { name: 'fanben' } };
});

connection.onInitialized(() => {
  void corpus.open(options);
});

connection.onShutdown(() => corpus.close());

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
connection.onCompletion(
  onDocument('completion', NO_ITEMS, (document, { position }) =>
    completionList(document, position, {
      view: corpus.view(),
      templates,
      texts: texts(),
      pinyin: options.pinyin ?? true,
      snippets,
    }),
  ),
);
connection.onCompletionResolve(async (item, token) => {
  const resolve = answering(
    'completion resolve',
    item,
    () => resolveCompletion(item, { view: corpus.view(), templates, texts: texts() }),
    report,
  );
  return resolve(item, token);
});
connection.onHover(
  onDocument('hover', null, (document, { position }) => {
    const view = corpus.view();
    return hoverAt(document, position, { view, texts: texts(), exceptCluster: ownCluster(view, document.uri) });
  }),
);
connection.onDocumentOnTypeFormatting(
  onDocument('on-type formatting', [], (document, { position }) => formatAfterEnter(document, position)),
);
connection.onDocumentSymbol(onDocument('document symbols', [], documentSymbols));
connection.onFoldingRanges(onDocument('folding ranges', [], foldingRanges));

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
  messages.REPORT,
  answering('report', null, () => corpusReport(corpus.manifest(), texts().language), report),
);

connection.onNotification(messages.CANCEL_INDEXING, () => corpus.cancel());
connection.onNotification(messages.REINDEX, (params?: messages.ReindexParams) =>
  corpus.refresh(params?.fromScratch === true),
);
connection.onNotification(messages.SET_CORPUS, (params: messages.SetCorpusParams) => corpus.change(params));

documents.listen(connection);
connection.listen();
