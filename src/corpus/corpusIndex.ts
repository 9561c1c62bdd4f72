import { dirname } from 'node:path';
import type { CorpusView } from '../engine/index/segment';
import type { CorpusStatus } from './corpusStatus';
import { lacksFrames } from './index/framesFile';
import type { LiveIndex } from './index/liveIndex';
import type { Manifest } from './index/manifest';
import { withAbsentFolders } from './listing/absentFolders';
import { findChanges } from './listing/changes';
import type { Listing } from './listing/listFiles';
import { type Look, openLook } from './listing/openLook';
import { type CorpusOptions, languageOf, openStorage } from './openStorage';
import { openReadyBuilder, type ReadyBuilder } from './readyBuilder';
import { type BuildRun, runBuilder } from './runBuilder';
import { createStatusTeller, type StatusTeller } from './statusTeller';
import { isLocked } from './storage/indexLock';
import { notesPathOf } from './writer/notesFile';

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

/** How often we ask whether the writer of another window is done. */
const OTHER_WRITER_MS = 500;

/**
 * Opens the index of a corpus, as it is on disk, and resolves; then brings it up to date and keeps it so.
 * Rejects, with a message for the user, where the storage folder cannot be used.
 * `listener` hears of every change of the status, during indexing at most five times a second.
 */
export async function openCorpus(
  options: CorpusOptions,
  listener: (status: CorpusStatus) => void,
): Promise<CorpusIndex> {
  let corpus: Corpus | undefined;
  const live = await openStorage(options, {
    changed: () => corpus?.tellChanges(),
    damaged: () => corpus?.refresh(false),
  });
  corpus = new Corpus(options, live, listener);
  corpus.refresh(false);
  return corpus;
}

/** What is to be done next, where something is. */
type Wanted = 'look' | 'everything' | null;

class Corpus implements CorpusIndex {
  private readonly files: Look;
  private run: BuildRun | undefined;
  /** All is indexed, and the builder mines frames: that waits when there is something to index. */
  private mining = false;
  private readonly ready: ReadyBuilder;
  private wanted: Wanted = null;
  /** Files to read although they have not changed. */
  private readonly again = new Set<string>();
  private isFirstLook = true;
  /** What is under way is to end, also while the files are looked at. */
  private isCancelled = false;
  private working: Promise<void> | undefined;
  private disposed = false;
  private readonly teller: StatusTeller;

  constructor(
    private readonly options: CorpusOptions,
    private readonly live: LiveIndex,
    listener: (status: CorpusStatus) => void,
  ) {
    this.teller = createStatusTeller(() => this.manifest(), listener);
    const { corpus, storage, include, exclude, watch = true } = options;
    this.ready = openReadyBuilder(options);
    this.files = openLook(corpus, { include, exclude, never: [storage] }, watch, {
      stirred: () => this.prepare(),
      changed: () => this.want('look'),
    });
  }

  view(): CorpusView {
    return this.live.index().view;
  }

  manifest(): Manifest {
    return this.live.index().manifest;
  }

  status(): CorpusStatus {
    return this.teller.status();
  }

  refresh(fromScratch: boolean, again: readonly string[] = []): void {
    if (this.disposed) return;
    for (const path of again) this.again.add(path);
    this.files.stir(again.length > 0 && !fromScratch ? again.map(path => dirname(path)) : null);
    this.want(fromScratch ? 'everything' : 'look');
  }

  private want(what: 'look' | 'everything'): void {
    if (this.disposed) return;
    if (this.wanted !== 'everything') this.wanted = what;
    if (this.mining) this.run?.cancel();
    this.work();
  }

  cancel(): void {
    this.wanted = null;
    this.isCancelled = true;
    this.run?.cancel();
    // What was read is still being written; the writer need not wait for that.
    if (this.status().state === 'indexing') this.teller.become({ state: 'ready' });
  }

  async whenIdle(): Promise<void> {
    while (this.working) await this.working;
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    this.teller.silence();
    this.wanted = null;
    this.run?.kill();
    this.ready.dismiss();
    this.files.close();
    await this.whenIdle();
    await this.live.close();
  }

  /** One worker at a time does what is wanted, until nothing is. */
  private work(): void {
    this.working ??= this.workOff().finally(() => {
      this.working = undefined;
      if (this.wanted) this.work();
    });
  }

  private async workOff(): Promise<void> {
    while (this.wanted && !this.disposed) {
      const fromScratch = this.wanted === 'everything';
      this.wanted = null;
      this.isCancelled = false;
      try {
        await this.bringUpToDate(fromScratch);
      } catch (error) {
        this.fail(error instanceof Error ? error.message : String(error));
      }
    }
  }

  private async bringUpToDate(fromScratch: boolean): Promise<void> {
    const {
      corpus,
      storage,
      include,
      exclude,
      maxFileBytes,
      converter,
      mine = true,
      seal,
      watch = true,
    } = this.options;
    const { problem, damaged: lost } = this.live.index();
    if (problem || lost.size > 0) this.files.stir(null);
    const { listing: found, places } = await this.files.look(this.manifest());
    const listing = fromScratch ? found : withAbsentFolders(this.manifest(), found);
    const isIndexed = this.isCancelled || (!fromScratch && !this.isOutOfDate(listing));
    if (isIndexed) this.teller.become({ state: 'ready' });
    this.files.settle(isIndexed && !this.isCancelled);
    if (this.isCancelled || (isIndexed && !(mine && (await lacksFrames(storage, this.manifest().segments))))) return;
    if (this.disposed) return;
    if (!isIndexed) this.teller.become({ state: 'indexing' });
    const notes = notesPathOf(this.options);
    const damaged = [...this.live.index().damaged];
    const again = [...this.again];
    this.again.clear();
    const retryDied = this.isFirstLook;
    this.isFirstLook = false;
    const request = {
      corpus,
      ...(places ? { places } : { listing }),
      storage,
      notes,
      seal,
      include,
      exclude,
      maxFileBytes,
      converter,
      fromScratch,
      damaged,
      mine,
      retryDied,
      again,
      stay: watch,
    };
    let announced: Promise<void> | undefined;
    this.run = runBuilder(
      request,
      {
        progress: progress => this.teller.progress(progress),
        indexed: () => {
          announced = this.beginMining();
        },
        published: () => void this.live.reopen().catch(() => undefined), // the end of the run tells of a failure
      },
      this.options,
      this.ready.take(),
    );
    const { run } = this;
    const result = await run.finished;
    await announced;
    this.run = undefined;
    this.ready.keep(run.builder());
    if (this.disposed) this.ready.dismiss();
    this.mining = false;
    if (this.disposed || announced) return; // it was ready before its frames were, and is without them
    await this.live.reopen();
    this.files.settle(result.type === 'done' && !result.cancelled && !this.isCancelled);
    if (result.type === 'failed') this.fail(result.message[languageOf(this.options)]);
    else if (result.type === 'busy') await this.waitForOtherWriter(fromScratch);
    else this.teller.become({ state: 'ready' });
  }

  /** The writer need not wait any more. */
  private async beginMining(): Promise<void> {
    this.mining = true;
    if (this.wanted) this.run?.cancel();
    await this.live.reopen().catch(() => undefined); // the end of the run tells of a failure
    if (this.disposed) return;
    this.files.settle(true);
    this.teller.become({ state: 'ready' });
  }

  /** Lets a builder start while a burst of changes settles: that hides half of the time a small change takes. */
  private prepare(): void {
    if (!this.run) this.ready.prepare();
  }

  /** Does the index on disk differ from the files? */
  private isOutOfDate(listing: Listing): boolean {
    const { maxFileBytes, converter } = this.options;
    const { problem, manifest, damaged } = this.live.index();
    if (problem || damaged.size > 0) return true;
    return !findChanges(manifest, listing, maxFileBytes ?? null, this.isFirstLook, [...this.again], converter).none;
  }

  /** The other window indexes the same files: usually nothing is left to do after it. */
  private async waitForOtherWriter(fromScratch: boolean): Promise<void> {
    while (!this.disposed && (await isLocked(this.options.storage))) {
      await new Promise(resolve => setTimeout(resolve, OTHER_WRITER_MS));
    }
    await this.live.reopen();
    this.refresh(fromScratch);
  }

  private fail(message: string): void {
    this.teller.become({ state: 'failed', message });
  }

  /** There is another index. */
  tellChanges(): void {
    this.teller.tellChanges();
  }
}
