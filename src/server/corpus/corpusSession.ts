import type { CorpusIndex } from '../../corpus/corpusIndex';
import { EMPTY_MANIFEST, type Manifest } from '../../corpus/index/manifest';
import type { KeptLines } from '../../corpus/writer/articleNotes';
import { notesPathOf } from '../../corpus/writer/notesFile';
import { createScratch } from '../../engine/complete/scratch';
import type { Suggestions } from '../../engine/complete/suggestions';
import type { CorpusView } from '../../engine/index/segment';
import type { ArticleDirectory } from '../../engine/passages/articleDirectory';
import type { Origin } from '../../engine/passages/countByOrigin';
import { isKnownOfAll } from '../../engine/passages/lens/lazyFilter';
import type { ArticleFilter, ArticleNote, FolderRule } from '../../engine/passages/lens/lens';
import { describeFailure, type Report } from '../door/answer';
import type { Host } from '../host';
import type { CorpusParams, Status } from '../protocol/corpus';
import type { ServerOptions } from '../protocol/options';
import type { Settings } from '../settings';
import { type AskedViews, askedViews } from './askedViews';
import type { BackgroundSession } from './backgroundSession';
import { joinedViews } from './libraries/joinedViews';
import type { LibrarySession } from './libraries/librarySession';
import { originsOf } from './libraries/originsOf';
import type { ModelSession } from './modelSession';
import { createNotesSession } from './notesSession';

/** The corpus behind the server: there from the start, empty until the index is open. */
export interface CorpusSession {
  view(): CorpusView;
  /** The articles of the view by their files. */
  directory(): ArticleDirectory;
  /** The same, with libraries that are read on demand behind it: what completion and passages are asked of. */
  reading(): ArticleDirectory;
  /** All articles, also those that the writer does not want to be asked now; places are those of `directory`. */
  everything(): ArticleDirectory;
  /** The folders and files of the corpus setting. */
  roots(): readonly string[];
  /** Which articles are asked from now on. */
  setLens(filter: ArticleFilter, rules: readonly FolderRule[]): void;
  /** What is noted about an article. */
  noteOf(path: string, entry: number): ArticleNote | undefined;
  /** Notes something about the article of a file, for good. Rejects where the file of notes cannot be written. */
  note(path: string, entry: number, change: ArticleNote): Promise<void>;
  /** Which lines are kept of a file. */
  keptOf(path: string): KeptLines;
  /** Keeps a line that was removed, or lets it go again, for good, and reads the file again. Rejects as `note` does. */
  keep(path: string, entry: number, line: string, isKept: boolean): Promise<void>;
  /** Which segments of what is read are whose, in its order: the writer's own first, then library by library. */
  origins(): readonly Origin[];
  /** The libraries that answer beside the writer's own corpus. */
  readonly libraries: LibrarySession;
  /** What goes on in drafts, from the view; it remembers what they are about as long as the view stands. */
  suggestions(): Suggestions;
  manifest(): Manifest;
  /** Opens the index, and closes the one before. Never rejects: the status tells a failure. */
  open(options: ServerOptions): Promise<void>;
  /** Other folders or filters, the same storage. */
  change(params: CorpusParams): Promise<void>;
  refresh(fromScratch: boolean, again?: readonly string[]): void;
  cancel(): void;
  close(): Promise<void>;
}

const NO_VIEW: CorpusView = [];

/** Whom the session speaks to: the client hears every status, the writer what they must know, the log what has failed. */
export interface CorpusListeners {
  readonly tell: (status: Status) => void;
  readonly warn: (message: string) => void;
  readonly report: Report;
}

/**
 * The session of one server. `background` and `model` are loaded when the first index is open; `openCorpus` opens the index of
 * some folders and keeps it up to date.
 */
export function createCorpusSession(
  { tell, warn, report }: CorpusListeners,
  settings: () => Settings,
  openCorpus: Host['openCorpus'],
  background: BackgroundSession,
  libraries: LibrarySession,
  model: ModelSession,
): CorpusSession {
  const texts = () => settings().texts;
  let index: CorpusIndex | undefined;
  let options: ServerOptions | undefined;
  const notes = createNotesSession(
    () => notesPathOf(options ?? { storage: '' }),
    () => index?.manifest().files ?? [],
    settings,
    { warn, report },
  );
  let filter: ArticleFilter = {};
  let rules: readonly FolderRule[] = [];
  const joined = joinedViews();
  /** All that there is to ask: the same as long as nothing has changed. */
  const everything = (): CorpusView => joined(index?.view() ?? NO_VIEW, libraries.view());
  const parts = { scratch: createScratch(), background: background.tree, model: model.model };
  const aboutNow = (raw: CorpusView, partial: CorpusView): AskedViews => {
    if (filter.speakers?.length && !isKnownOfAll(partial, filter)) void askSpeakers(partial);
    return askedViews({
      ...{ raw, partial, filter, rules, parts },
      rulesOfLibraries: libraries.rules(),
      notes: notes.byFile(),
    });
  };
  /** Libraries on demand answer through a filter by speaker once it is known who spoke there. */
  const askSpeakers = async (partial: CorpusView) => {
    if (!isKnownOfAll(partial, { ...filter, speakers: [] })) return;
    if ((await libraries.bringSpeakers()) && partial === libraries.partial()) seeAnew();
  };
  /** What is remembered about a view, until there is another. */
  let about = aboutNow(NO_VIEW, NO_VIEW);
  const current = () => {
    const view = everything();
    const partial = libraries.partial();
    if (view !== about.raw || partial !== about.partial || libraries.rules() !== about.rulesOfLibraries) {
      about = aboutNow(view, partial);
      notes.follow();
    }
    return about;
  };
  const seeAnew = () => {
    about = aboutNow(everything(), libraries.partial());
  };
  /** Opening and closing, one after the other. */
  let queue: Promise<void> = Promise.resolve();

  const fail = (message: string) => tell({ state: 'failed', articles: 0, characters: 0, skipped: 0, message });

  const closeNow = async () => {
    const closing = index;
    index = undefined;
    await libraries.close();
    current(); // what was remembered goes
    await closing?.dispose();
  };

  const openNow = async (wanted: ServerOptions) => {
    await closeNow();
    options = wanted;
    if (wanted.storage === '') return fail(texts().noStorage);
    await notes.read();
    index = await openCorpus(wanted, status => {
      current(); // likewise, when the index has changed
      tell(status);
    });
    // Behind the index, which is waited for.
    void libraries.open(wanted);
    if (!background.tree()) void background.load();
    if (!model.model()) void model.load();
  };

  const inTurn = (step: () => Promise<void>): Promise<void> => {
    queue = queue.then(step).catch(error => {
      report(`corpus: ${describeFailure(error)}`);
      fail(texts().corpusFailed(error instanceof Error ? error.message : String(error)));
    });
    return queue;
  };

  return {
    view: () => current().directory.view,
    directory: () => current().directory,
    reading: () => current().reading,
    suggestions: () => current().suggestions(),
    everything: () => current().everything,
    roots: () => options?.corpus ?? [],
    noteOf: (path, entry) => current().notes.get(path)?.get(entry),
    setLens(wanted, folders) {
      filter = wanted;
      rules = folders;
      seeAnew();
    },
    async note(path, entry, change) {
      await notes.note(path, entry, change);
      seeAnew();
    },
    keptOf: notes.keptOf,
    async keep(path, entry, line, isKept) {
      await notes.keep(path, entry, line, isKept);
      seeAnew();
      index?.refresh(false, [path]);
    },
    origins: () => originsOf(index?.view() ?? NO_VIEW, libraries.served()),
    libraries,
    manifest: () => index?.manifest() ?? EMPTY_MANIFEST,
    open: wanted => inTurn(() => openNow(wanted)),
    change: params =>
      inTurn(async () => {
        const { corpus, include, exclude, maxFileBytes, converter } = params;
        if (options) await openNow({ ...options, corpus, include, exclude, maxFileBytes, converter });
      }),
    refresh: (fromScratch, again) => index?.refresh(fromScratch, again),
    cancel: () => index?.cancel(),
    close: () => inTurn(closeNow),
  };
}
