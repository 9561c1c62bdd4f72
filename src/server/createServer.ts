import { type Connection, MessageType, ShowMessageNotification, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { capabilities } from './capabilities';
import { registerCheck } from './check/registerCheck';
import { registerCompletion } from './completion/registerCompletion';
import type { Moment, ServerContext } from './context';
import { createBackgroundSession } from './corpus/backgroundSession';
import { createCorpusSession } from './corpus/corpusSession';
import { createLeftOut } from './corpus/libraries/leftOut';
import { createLibrarySession } from './corpus/libraries/librarySession';
import { createModelSession } from './corpus/modelSession';
import { registerCorpus } from './corpus/registerCorpus';
import { registerCorpusTree } from './corpus/tree/registerCorpusTree';
import { describeFailure } from './door/answer';
import { createRouter } from './door/router';
import { registerExemplars } from './exemplars/registerExemplars';
import { registerExport } from './export/registerExport';
import { registerFrames } from './frames/registerFrames';
import type { Host } from './host';
import { registerLookup } from './lookup/registerLookup';
import { createSearchScope } from './lookup/searchScope';
import { registerOutline } from './outline/registerOutline';
import { registerPassages } from './passages/registerPassages';
import { registerPrecedents } from './precedent/registerPrecedents';
import { createIgnored } from './problems/ignored';
import { createProblemBoard } from './problems/problemBoard';
import { registerActions } from './problems/registerActions';
import type { Status } from './protocol/corpus';
import { registerSayings } from './sayings/registerSayings';
import { readSettings } from './settings';
import { registerTools } from './tools/registerTools';
import { registerWords } from './words/registerWords';

/**
 * The language server on a connection, to which it begins to listen. Each feature registers what it answers and hears. Every
 * request is answered from what is there at that moment, before the index is open with nothing.
 */
export function createServer(connection: Connection, host: Host): void {
  let { settings, problem } = readSettings({});
  const report = (what: string) => connection.console.error(what);
  const texts = () => settings.texts;
  const documents = new TextDocuments(TextDocument);
  const router = createRouter(connection, documents, texts, report);
  const tellWriter = (type: MessageType, message: string) =>
    void connection.sendNotification(ShowMessageNotification.type, { type, message });
  const warn = (message: string) => tellWriter(MessageType.Warning, message);
  const background = createBackgroundSession(host, () => settings, warn, report);
  const libraries = createLibrarySession(
    {
      tell: states => router.tell('fanben/librariesChanged', { libraries: states }),
      changed: () => void reach('indexed'),
      report,
    },
    () => settings,
    host,
  );
  const model = createModelSession(host, () => settings, warn, report);
  const corpus = createCorpusSession(
    { tell: status => tellStatus(status), warn, report },
    () => settings,
    host.openCorpus,
    background,
    libraries,
    model,
  );
  const steps: Record<Moment, (() => void | Promise<void>)[]> = {
    initialize: [],
    initialized: [],
    indexed: [],
    shutdown: [],
  };
  const context: ServerContext = {
    host,
    router,
    documents,
    corpus,
    background,
    settings: () => settings,
    warn,
    leftOut: createLeftOut(libraries, texts, message => tellWriter(MessageType.Info, message)),
    publish: createProblemBoard(diagnostics => void connection.sendDiagnostics(diagnostics)).put,
    ignored: createIgnored(() => settings.options.ignored),
    when: (moment, step) => void steps[moment].push(step),
    report,
  };

  const templates = registerFrames(context);
  const exemplars = registerExemplars(context);
  const precedents = registerPrecedents(context);
  registerCompletion(context, {
    templates,
    sayings: registerSayings(context),
    // Those that the writer has pinned are looked at first.
    exemplars: document => [...precedents.places(document), ...exemplars()],
  });
  const scope = createSearchScope(context);
  registerPassages(context, scope);
  const otherWordings = registerLookup(context, scope);
  const numberingActions = registerOutline(context);
  registerActions(context, [numberingActions, registerCheck(context), otherWordings]);
  registerExport(context);
  registerTools(context);
  registerWords(context);
  registerCorpus(context);
  registerCorpusTree(context);

  const tellStatus = (status: Status) => {
    router.tell('fanben/status', status);
    if (status.state === 'ready') void reach('indexed');
  };
  const reach = async (moment: Moment) => {
    for (const step of steps[moment]) {
      try {
        await step();
      } catch (error) {
        report(`${moment}: ${describeFailure(error)}`);
      }
    }
  };
  connection.onInitialize(async params => {
    ({ settings, problem } = readSettings(params));
    await reach('initialize');
    return { capabilities, serverInfo: { name: 'fanben' } };
  });
  connection.onInitialized(() => {
    if (problem !== undefined) context.warn(problem);
    return reach('initialized');
  });
  connection.onShutdown(() => reach('shutdown'));
  connection.listen();
}
