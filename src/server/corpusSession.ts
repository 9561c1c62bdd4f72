import type { CorpusIndex } from '../corpus/corpusIndex';
import { EMPTY_MANIFEST, type Manifest } from '../corpus/manifest';
import type { CorpusView } from '../engine/index/segment';
import { describeFailure, type Report } from './answer';
import type { Host } from './host';
import type { CorpusParams, Status } from './protocol/corpus';
import type { ServerOptions } from './protocol/options';
import type { Texts } from './texts';

/** The corpus behind the server: there from the start, empty until the index is open. */
export interface CorpusSession {
  view(): CorpusView;
  manifest(): Manifest;
  /** Opens the index, and closes the one before. Never rejects: the status tells a failure. */
  open(options: ServerOptions): Promise<void>;
  /** Other folders or filters, the same storage. */
  change(params: CorpusParams): Promise<void>;
  refresh(fromScratch: boolean): void;
  cancel(): void;
  close(): Promise<void>;
}

/** One object: what is remembered about a view is remembered by its identity. */
const NO_VIEW: CorpusView = [];

/** `tell` gets every status that is to go to the client. */
export function createCorpusSession(
  tell: (status: Status) => void,
  texts: () => Texts,
  report: Report,
  openCorpus: Host['openCorpus'],
): CorpusSession {
  let index: CorpusIndex | undefined;
  let options: ServerOptions | undefined;
  /** Opening and closing, one after the other. */
  let queue: Promise<void> = Promise.resolve();

  const fail = (message: string) => tell({ state: 'failed', articles: 0, characters: 0, skipped: 0, message });

  const closeNow = async () => {
    const closing = index;
    index = undefined;
    await closing?.dispose();
  };

  const openNow = async (wanted: ServerOptions) => {
    await closeNow();
    options = wanted;
    if (wanted.storage === '') return fail(texts().noStorage);
    index = await openCorpus(wanted, tell);
  };

  const inTurn = (step: () => Promise<void>): Promise<void> => {
    queue = queue.then(step).catch(error => {
      report(`corpus: ${describeFailure(error)}`);
      fail(texts().corpusFailed(error instanceof Error ? error.message : String(error)));
    });
    return queue;
  };

  return {
    view: () => index?.view() ?? NO_VIEW,
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
