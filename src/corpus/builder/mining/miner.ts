import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { blocksOf, type FramesBlock, framesName, writeFrames } from '../../index/framesFile';
import type { SegmentRecord } from '../../index/manifest';
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
  readonly givenUp: readonly number[];
}

/** `present`: names of the frame files that are there already. */
export function openMiner(
  storage: string,
  present: ReadonlySet<string>,
  { worker: bundle = join(__dirname, 'mineWorker.js'), articleMs = corpusLimits.minedArticleMs }: MinerOptions = {},
): Miner {
  const large: Task[] = [];
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
        if (task) worker.postMessage({ storage, ...task } satisfies MineJob);
        else void worker.terminate();
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
  const giveUp = async ({ block, givenUp }: Task, article: number): Promise<void> => {
    if (givenUp.length + 1 < corpusLimits.givenUpArticles) large.unshift({ block, givenUp: [...givenUp, article] });
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

  return {
    async mine(segments, signal) {
      if (signal.aborted) return;
      signal.addEventListener('abort', stop, { once: true });
      const missing = (of: readonly SegmentRecord[]) => blocksOf(of).filter(block => !present.has(framesName(block)));
      const blocks = missing(segments.filter(({ characters }) => characters >= WORTH_A_THREAD));
      large.push(...blocks.map(block => ({ block, givenUp: [] })));
      for (const block of missing(segments.filter(({ characters }) => characters < WORTH_A_THREAD))) {
        if (signal.aborted) break;
        const isMined = await mineBlock(storage, block, { longest: corpusLimits.minedAtOnceUtf16 }).catch(() => true);
        if (!isMined && !signal.aborted) large.push({ block, givenUp: [] });
      }
      const count = Math.min(MOST_THREADS, availableParallelism(), large.length);
      for (let i = 0; i < count; i++) threads.push(startThread());
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
