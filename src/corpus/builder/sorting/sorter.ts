import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import type { SegmentRecord } from '../../index/manifest';
import { sortAndWrite } from './sortAndWrite';
import type { SortAnswer, SortJob } from './sortWorker';

/** Below this many characters sorting takes less than starting a thread. */
const WORTH_A_THREAD = 300_000;

/** Turns columns into segments on disk, in the background where they are large. */
export interface Sorter {
  /** Jobs handed over and not done yet: more than two would only fill the memory. */
  readonly waiting: number;
  write(columns: SegmentColumns): Promise<SegmentRecord>;
  close(): Promise<void>;
}

interface Waiting {
  resolve(record: SegmentRecord): void;
  reject(error: Error): void;
}

export function openSorter(storage: string): Sorter {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;

  const start = () => {
    const started = new Worker(join(__dirname, 'sortWorker.js'));
    started.on('message', (answer: SortAnswer) => {
      const first = queue.shift();
      if ('record' in answer) first?.resolve(answer.record);
      else first?.reject(answer.error);
    });
    started.on('error', error => {
      for (const { reject } of queue.splice(0)) reject(error);
    });
    return started;
  };

  return {
    get waiting() {
      return queue.length;
    },
    write(columns) {
      if (columns.text.length < WORTH_A_THREAD) return sortAndWrite(storage, columns);
      worker ??= start();
      const job: SortJob = { storage, columns };
      worker.postMessage(job, buffersOf(columns));
      return new Promise((resolve, reject) => queue.push({ resolve, reject }));
    },
    async close() {
      await worker?.terminate();
    },
  };
}

/** Handed over, not copied: the builder is done with them. */
function buffersOf(columns: SegmentColumns): ArrayBuffer[] {
  const buffers = Object.values(columns).map(
    ({ buffer }: Uint8Array | Uint16Array | Int32Array) => buffer as ArrayBuffer,
  );
  return [...new Set(buffers)];
}
