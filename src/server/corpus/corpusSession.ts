import type { CorpusIndex } from '../../corpus/corpusIndex';
import { EMPTY_MANIFEST, type Manifest } from '../../corpus/manifest';
import { createScratch } from '../../engine/complete/scratch';
import { createSuggestions, type Suggestions } from '../../engine/complete/suggestions';
import type { CorpusView } from '../../engine/index/segment';
import { type ArticleDirectory, createArticleDirectory } from '../../engine/passages/articleDirectory';
import { describeFailure, type Report } from '../door/answer';
import type { Host } from '../host';
import type { CorpusParams, Status } from '../protocol/corpus';
import type { ServerOptions } from '../protocol/options';
import type { Texts } from '../texts';
import type { BackgroundSession } from './backgroundSession';

/** The corpus behind the server: there from the start, empty until the index is open. */
export interface CorpusSession {
  view(): CorpusView;
  /** The articles of the view by their files. */
  directory(): ArticleDirectory;
  /** What goes on in drafts, from the view; it remembers what they are about as long as the view stands. */
  suggestions(): Suggestions;
  manifest(): Manifest;
  /** Opens the index, and closes the one before. Never rejects: the status tells a failure. */
  open(options: ServerOptions): Promise<void>;
  /** Other folders or filters, the same storage. */
  change(params: CorpusParams): Promise<void>;
  refresh(fromScratch: boolean): void;
  cancel(): void;
  close(): Promise<void>;
}

const NO_VIEW: CorpusView = [];

/** `tell` gets every status that is to go to the client. */
export function createCorpusSession(
  tell: (status: Status) => void,
  texts: () => Texts,
  report: Report,
  openCorpus: Host['openCorpus'],
  background: BackgroundSession,
): CorpusSession {
  let index: CorpusIndex | undefined;
  let options: ServerOptions | undefined;
  const scratch = createScratch();
  const rememberedAbout = (view: CorpusView) => {
    const directory = createArticleDirectory(view);
    let suggestions: Suggestions | undefined;
    const parts = { directory, scratch, background: background.tree };
    return { directory, suggestions: () => (suggestions ??= createSuggestions(view, parts)) };
  };
  /** What is remembered about a view, until there is another. */
  let about = rememberedAbout(NO_VIEW);
  const current = () => {
    const view = index?.view() ?? NO_VIEW;
    if (view !== about.directory.view) about = rememberedAbout(view);
    return about;
  };
  /** Opening and closing, one after the other. */
  let queue: Promise<void> = Promise.resolve();

  const fail = (message: string) => tell({ state: 'failed', articles: 0, characters: 0, skipped: 0, message });

  const closeNow = async () => {
    const closing = index;
    index = undefined;
    current(); // what was remembered goes
    await closing?.dispose();
  };

  const openNow = async (wanted: ServerOptions) => {
    await closeNow();
    options = wanted;
    if (wanted.storage === '') return fail(texts().noStorage);
    index = await openCorpus(wanted, status => {
      current(); // likewise, when the index has changed
      tell(status);
    });
    // Behind the index, which is waited for.
    if (!background.tree()) void background.load();
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
    suggestions: () => current().suggestions(),
    manifest: () => index?.manifest() ?? EMPTY_MANIFEST,
    open: wanted => inTurn(() => openNow(wanted)),
    change: params =>
      inTurn(async () => {
        const { corpus, include, exclude, maxFileBytes } = params;
        if (options) await openNow({ ...options, corpus, include, exclude, maxFileBytes });
      }),
    refresh: fromScratch => index?.refresh(fromScratch),
    cancel: () => index?.cancel(),
    close: () => inTurn(closeNow),
  };
}
