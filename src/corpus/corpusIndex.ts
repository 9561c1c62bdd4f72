import type { CorpusView } from '../engine/index/segment';
import { CorpusKeeper } from './corpusKeeper';
import type { CorpusStatus } from './corpusStatus';
import type { Manifest } from './index/manifest';
import { type CorpusOptions, openStorage } from './openStorage';

/** The corpus as server and command line use it. */
export interface CorpusIndex {
  /** What queries answer from at this moment; take it anew for every request. */
  view(): CorpusView;
  manifest(): Manifest;
  status(): CorpusStatus;
  /** Looks for changes now; `fromScratch` reads everything again, `again` these files. What is indexed serves meanwhile. */
  refresh(fromScratch: boolean, again?: readonly string[]): void;
  /** Stops the indexing under way; what is done is kept. */
  cancel(): void;
  /** Resolves when there is nothing more to do: indexed, failed or cancelled. */
  whenIdle(): Promise<void>;
  dispose(): Promise<void>;
}

/**
 * Opens the index of a corpus, as it is on disk, and resolves; then brings it up to date and keeps it so.
 * Rejects, with a message for the user, where the storage folder cannot be used.
 * `listener` hears of every change of the status, during indexing at most five times a second.
 */
export async function openCorpus(
  options: CorpusOptions,
  listener: (status: CorpusStatus) => void,
): Promise<CorpusIndex> {
  let corpus: CorpusKeeper | undefined;
  const live = await openStorage(options, {
    changed: () => corpus?.tellChanges(),
    damaged: () => corpus?.refresh(false),
  });
  corpus = new CorpusKeeper(options, live, listener);
  corpus.refresh(false);
  return corpus;
}
