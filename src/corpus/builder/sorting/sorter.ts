import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { cutArticles } from '../../../engine/index/columns/cutArticles';
import type { CutApart } from '../../../engine/index/columns/segmentDraft';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import type { SegmentRecord } from '../../index/manifest';
import { loadMarker } from '../../words/segmenter';
import { CancelledError } from '../publishing/storageErrors';
import { newSegmentId, sortAndWrite } from './sortAndWrite';
import type { SortAnswer, SortJob } from './sortWorker';

/** Below this many characters sorting takes less than starting a thread. */
export const WORTH_A_THREAD = 300_000;

/** Turns columns into segments on disk, in the background where they are large. Cancelled, it drops at once what it has there. */
export interface Sorter {
  /** Segments handed over and not done yet: more than two would only fill the memory. */
  readonly waiting: number;
  /** Under this id, or else one of its own. What of the columns is not shared is the sorter's. */
  write(columns: SegmentColumns, id?: string): Promise<SegmentRecord>;
  /** Cuts articles in the background, or here and now where the background is busy sorting: they would wait for it, and the reader for them. */
  readonly cut: CutApart;
  close(): Promise<void>;
}

interface Waiting {
  resolve(result: SegmentRecord | Uint8Array): void;
  reject(error: Error): void;
}

/** Starts a thread with the first job that is worth one. What was still to be done when `signal` aborts rejects with `CancelledError`. */
export function openSorter(storage: string, signal: AbortSignal): Sorter {
  const queue: Waiting[] = [];
  let worker: Worker | undefined;
  let waiting = 0;

  const start = () => {
    const started = new Worker(join(__dirname, 'sortWorker.js'));
    started.on('message', (answer: SortAnswer) => {
      const first = queue.shift();
      if ('result' in answer) first?.resolve(answer.result);
      else first?.reject(Object.assign(answer.error, answer.code && { code: answer.code }));
    });
    started.on('error', error => {
      for (const { reject } of queue.splice(0)) reject(error);
    });
    return started;
  };
  /** `buffers` are handed over, not copied. */
  const ask = (job: SortJob, buffers: ArrayBuffer[]) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new CancelledError());
      worker ??= start();
      worker.postMessage(job, buffers);
      queue.push({ resolve, reject });
    });
  const cancel = () => {
    for (const { reject } of queue.splice(0)) reject(new CancelledError());
    void worker?.terminate();
  };
  signal.addEventListener('abort', cancel, { once: true });

  return {
    get waiting() {
      return waiting;
    },
    async write(columns, id = newSegmentId()) {
      if (columns.text.length < WORTH_A_THREAD) return sortAndWrite(storage, columns, id);
      waiting++;
      try {
        return (await ask({ kind: 'write', storage, columns, id }, buffersOf(columns))) as SegmentRecord;
      } finally {
        waiting--;
      }
    },
    async cut(text, starts) {
      if (waiting > 0) return cutArticles(loadMarker(), text, starts);
      return (await ask({ kind: 'cut', text, starts }, [text.buffer as ArrayBuffer])) as Uint8Array;
    },
    async close() {
      signal.removeEventListener('abort', cancel);
      await worker?.terminate();
    },
  };
}

/** Handed over, not copied: the builder is done with them. Memory that is shared goes along by itself. */
function buffersOf(columns: SegmentColumns): ArrayBuffer[] {
  const buffers = Object.values(columns).map(({ buffer }: Uint8Array | Uint16Array | Int32Array) => buffer);
  return [...new Set(buffers)].filter(buffer => buffer instanceof ArrayBuffer);
}
