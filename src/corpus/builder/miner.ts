import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { blocksOf, type FramesBlock, framesName } from '../framesFile';
import type { SegmentRecord } from '../manifest';
import { mineBlock } from './mineBlock';
import type { MineJob } from './mineWorker';

/** A corpus of less is mined sooner than a thread starts. */
const WORTH_A_THREAD = 300_000;
const MOST_THREADS = 4;
/** Mining makes many small objects that soon die: with room for them, they are collected a fifth as often. */
const YOUNG_MB = 64;

/** Mines the frames of segments in threads of its own, a block at a time. */
export interface Miner {
  /** These segments are there: one thread begins with those that are new, while the corpus is read on. */
  want(segments: readonly SegmentRecord[]): void;
  /** Mines all that is wanted with all threads, until done or cancelled. What cannot be mined is left for another time. */
  finish(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** `present`: names of the frame files that are there already. */
export function openMiner(storage: string, present: Iterable<string>): Miner {
  const seen = new Set(present);
  const small: FramesBlock[] = [];
  const large: FramesBlock[] = [];
  const threads: Promise<void>[] = [];
  const workers = new Set<Worker>();

  /** Ends when there is no more to do, or with the thread. */
  const startThread = () =>
    new Promise<void>(resolve => {
      const worker = new Worker(join(__dirname, 'mineWorker.js'), {
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
      });
      workers.add(worker);
      const next = () => {
        const block = large.shift();
        if (block) worker.postMessage({ storage, block } satisfies MineJob);
        else void worker.terminate();
      };
      worker.on('message', next);
      worker.on('error', () => undefined); // told again by its exit
      worker.on('exit', () => {
        workers.delete(worker);
        resolve();
      });
      next();
    });

  const want = (segments: readonly SegmentRecord[]) => {
    for (const segment of segments) {
      for (const block of blocksOf([segment])) {
        const name = framesName(block);
        if (seen.has(name)) continue;
        seen.add(name);
        (segment.characters < WORTH_A_THREAD ? small : large).push(block);
      }
    }
    if (large.length > 0 && workers.size === 0) threads.push(startThread());
  };

  const stop = () => {
    large.length = 0;
    for (const worker of workers) void worker.terminate();
  };

  return {
    want,
    async finish(signal) {
      signal.addEventListener('abort', stop, { once: true });
      if (signal.aborted) stop();
      const most = Math.min(MOST_THREADS, availableParallelism(), large.length + workers.size);
      while (large.length > 0 && workers.size < most) threads.push(startThread());
      for (const block of small) {
        if (signal.aborted) break;
        await mineBlock(storage, block).catch(() => undefined);
      }
      await Promise.all(threads);
    },
    async close() {
      stop();
      await Promise.all(threads);
    },
  };
}
