import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { blocksOf, type FramesBlock, framesName, writeFrames } from '../../index/framesFile';
import type { SegmentRecord } from '../../index/manifest';
import type { TextColumns } from '../../index/segmentColumns';
import { corpusLimits } from '../../limits';
import { mineBlock } from './mineBlock';
import type { MineJob } from './mineWorker';

/** A corpus of less is mined sooner than a thread starts. */
const WORTH_A_THREAD = 300_000;
const MOST_THREADS = 4;
/** Mining makes many small objects that soon die: with room for them, they are collected a fifth as often. */
const YOUNG_MB = 64;

/** Mines the frames of segments in threads of its own, a block at a time. */
export interface Miner {
  /**
   * Begins with a segment that stays as it is, while others are still sorted: where it is large, and as many threads as leave that its processor.
   *
   * @param columns what it holds, in memory that is shared, where its file is not there yet
   */
  begin(segment: Pick<SegmentRecord, 'id' | 'characters'>, columns?: TextColumns): void;
  /**
   * Mines what is not mined yet, until done or cancelled. What cannot be mined is left for another time; an article that takes too
   * long is given up for good, and the rest of its block mined without it.
   */
  mine(segments: readonly SegmentRecord[], signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** What a test has another of. */
export interface MinerOptions {
  /** The thread's bundle; by default the one beside this bundle. */
  readonly worker?: string;
  /** One article may take so long. */
  readonly articleMs?: number;
}

/** A block, and what of it is passed over. */
interface Task {
  readonly block: FramesBlock;
  readonly columns?: TextColumns | undefined;
  readonly givenUp: readonly number[];
}

/** `present`: names of the frame files that are there already. */
export function openMiner(
  storage: string,
  present: ReadonlySet<string>,
  { worker: bundle = join(__dirname, 'mineWorker.js'), articleMs = corpusLimits.minedArticleMs }: MinerOptions = {},
): Miner {
  const large: Task[] = [];
  const known = new Set(present);
  const threads: Promise<void>[] = [];
  const workers = new Set<Worker>();

  /** Ends when there is no more to do, or with the thread. */
  const startThread = () =>
    new Promise<void>(resolve => {
      // Where it is, without a message for each of ten thousand articles: `mineWorker.ts` says what the number means.
      const at = new Int32Array(new SharedArrayBuffer(4));
      const worker = new Worker(bundle, {
        workerData: at.buffer,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      });
      workers.add(worker);
      let task: Task | undefined;
      const next = () => {
        task = large.shift();
        if (task) return worker.postMessage({ storage, ...task } satisfies MineJob);
        workers.delete(worker);
        void worker.terminate();
      };
      const patience = watchNumber(at, articleMs, () => void worker.terminate());
      worker.on('message', next);
      worker.on('error', () => undefined); // told again by its exit
      worker.on('exit', () => {
        clearInterval(patience);
        const article = Atomics.load(at, 0) - 1;
        // It ended within an article: for its time, or for its memory.
        if (workers.delete(worker) && task && article >= 0) resolve(giveUp(task, article));
        else resolve();
      });
      next();
    });

  /** Goes on without the article, or where there are too many of the kind, without the block. */
  const giveUp = async (task: Task, article: number): Promise<void> => {
    const { block, givenUp } = task;
    if (givenUp.length + 1 < corpusLimits.givenUpArticles) large.unshift({ ...task, givenUp: [...givenUp, article] });
    else await writeFrames(storage, block, []).catch(() => undefined);
    if (large.length > 0) await startThread();
  };

  const stop = () => {
    large.length = 0;
    for (const worker of workers) {
      workers.delete(worker);
      void worker.terminate();
    }
  };

  /** The blocks that nobody has begun with, which are begun with. */
  const missing = (of: readonly Pick<SegmentRecord, 'id' | 'characters'>[]) => {
    const blocks = blocksOf(of).filter(block => !known.has(framesName(block)));
    for (const block of blocks) known.add(framesName(block));
    return blocks;
  };
  /** As many as there is work for, and no more than that. */
  const startThreads = (most: number) => {
    const count = Math.min(MOST_THREADS, most, workers.size + large.length);
    while (workers.size < count) threads.push(startThread());
  };

  return {
    begin(segment, columns) {
      const most = availableParallelism() - 1;
      if (most === 0 || segment.characters < WORTH_A_THREAD) return;
      large.push(...missing([segment]).map(block => ({ block, columns, givenUp: [] })));
      startThreads(most);
    },
    async mine(segments, signal) {
      if (signal.aborted) return;
      signal.addEventListener('abort', stop, { once: true });
      const blocks = missing(segments.filter(({ characters }) => characters >= WORTH_A_THREAD));
      large.push(...blocks.map(block => ({ block, givenUp: [] })));
      for (const block of missing(segments.filter(({ characters }) => characters < WORTH_A_THREAD))) {
        if (signal.aborted) break;
        const isMined = await mineBlock(storage, block, { longest: corpusLimits.minedAtOnceUtf16 }).catch(() => true);
        if (!isMined && !signal.aborted) large.push({ block, givenUp: [] });
      }
      startThreads(availableParallelism());
      await Promise.all(threads);
    },
    async close() {
      stop();
      await Promise.all(threads);
    },
  };
}

/** Calls `stuck` once a number has been the same, and not 0, for so long; as an interval to be cleared. */
function watchNumber(number: Int32Array, milliseconds: number, stuck: () => void): NodeJS.Timeout {
  let last = 0;
  let since = performance.now();
  return setInterval(() => {
    const now = Atomics.load(number, 0);
    if (now !== last || now === 0) {
      last = now;
      since = performance.now();
    } else if (performance.now() - since >= milliseconds) stuck();
  }, milliseconds / 4);
}
