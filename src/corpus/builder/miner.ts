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
  /** Mines what is not mined yet, until done or cancelled. What cannot be mined is left for another time. */
  mine(segments: readonly SegmentRecord[], signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** `present`: names of the frame files that are there already. */
export function openMiner(storage: string, present: ReadonlySet<string>): Miner {
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

  const stop = () => {
    large.length = 0;
    for (const worker of workers) void worker.terminate();
  };

  return {
    async mine(segments, signal) {
      if (signal.aborted) return;
      signal.addEventListener('abort', stop, { once: true });
      const missing = (of: readonly SegmentRecord[]) => blocksOf(of).filter(block => !present.has(framesName(block)));
      large.push(...missing(segments.filter(({ characters }) => characters >= WORTH_A_THREAD)));
      const count = Math.min(MOST_THREADS, availableParallelism(), large.length);
      for (let i = 0; i < count; i++) threads.push(startThread());
      for (const block of missing(segments.filter(({ characters }) => characters < WORTH_A_THREAD))) {
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
