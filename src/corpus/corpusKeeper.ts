import { dirname } from 'node:path';
import type { CorpusView } from '../engine/index/segment';
import { buildRequest } from './buildRequest';
import type { CorpusStatus } from './corpusStatus';
import { lacksFrames } from './index/framesFile';
import type { LiveIndex } from './index/liveIndex';
import type { Manifest } from './index/manifest';
import { withAbsentFolders } from './listing/absentFolders';
import { findChanges } from './listing/changes';
import type { Listing } from './listing/listing';
import { type Look, openLook } from './listing/openLook';
import { type CorpusOptions, languageOf } from './openStorage';
import { openReadyBuilder, type ReadyBuilder } from './readyBuilder';
import { type BuildRun, runBuilder } from './runBuilder';
import { createStatusTeller, type StatusTeller } from './statusTeller';
import { whenUnlocked } from './storage/indexLock';
import { createWantedWork, type Wanted, type WantedWork } from './wantedWork';

/** Keeps an index up to date: when something is wanted, looks what has changed, and has it built. Its methods are those of `CorpusIndex`. */
export class CorpusKeeper {
  private readonly files: Look;
  private run: BuildRun | undefined;
  /** All is indexed, and the builder mines frames: that waits when there is something to index. */
  private mining = false;
  private readonly ready: ReadyBuilder;
  private readonly work: WantedWork;
  /** Files to read although they have not changed: asked for, and not read yet. */
  private again: ReadonlySet<string> = new Set();
  private isFirstLook = true;
  /** What is under way is to end, also while the files are looked at. */
  private isCancelled = false;
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
    this.work = createWantedWork(
      what => this.bringUpToDate(what === 'everything'),
      message => this.fail(message),
    );
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
    this.again = new Set([...this.again, ...again]);
    this.files.stir(again.length > 0 && !fromScratch ? again.map(path => dirname(path)) : null);
    this.want(fromScratch ? 'everything' : 'look');
  }

  private want(what: Wanted): void {
    if (this.disposed) return;
    if (this.mining) this.run?.cancel();
    this.work.want(what);
  }

  cancel(): void {
    this.work.forget();
    this.isCancelled = true;
    this.run?.cancel();
    // What was read is still being written; the writer need not wait for that.
    if (this.status().state === 'indexing') this.teller.become({ state: 'ready' });
  }

  whenIdle(): Promise<void> {
    return this.work.whenIdle();
  }

  async dispose(): Promise<void> {
    this.disposed = true;
    this.teller.silence();
    this.work.forget();
    this.run?.kill();
    this.ready.dismiss();
    this.files.close();
    await this.whenIdle();
    await this.live.close();
  }

  private async bringUpToDate(fromScratch: boolean): Promise<void> {
    this.isCancelled = false;
    const { storage, mine = true } = this.options;
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
    const again = [...this.again];
    this.again = new Set();
    let announced: Promise<void> | undefined;
    this.run = runBuilder(
      buildRequest(this.options, {
        ...(places ? { places } : { listing }),
        ...{ fromScratch, again },
        damaged: [...this.live.index().damaged],
        retryDied: this.isFirstLook,
      }),
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
    const isDone = result.type === 'done' && !result.cancelled && !this.isCancelled;
    this.files.settle(isDone);
    if (isDone) this.isFirstLook = false;
    else this.again = new Set([...this.again, ...again]); // another window wrote, it failed, or was cancelled
    if (result.type === 'failed') this.fail(result.message[languageOf(this.options)]);
    else if (result.type === 'busy') await this.waitForOtherWriter(fromScratch);
    else this.teller.become({ state: 'ready' });
  }

  /** The writer need not wait any more. */
  private async beginMining(): Promise<void> {
    this.mining = true;
    this.isFirstLook = false;
    if (this.work.isWanted()) this.run?.cancel();
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
    await whenUnlocked(this.options.storage, () => this.disposed);
    await this.live.reopen();
    this.refresh(fromScratch);
  }

  private fail(message: string): void {
    this.teller.become({ state: 'failed', message });
  }

  /** There is another index. */
  readonly tellChanges = (): void => this.teller.tellChanges();
}
