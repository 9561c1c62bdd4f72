/** The thread that sorts and writes segments while the builder reads on. Entry point of a bundle of its own. */
import { parentPort } from 'node:worker_threads';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import { openSuffixSorter } from '../../../engine/index/suffixes/suffixSorter';
import type { SegmentRecord } from '../../index/manifest';
import { sortAndWrite } from './sortAndWrite';

export interface SortJob {
  readonly storage: string;
  readonly columns: SegmentColumns;
}

/** Jobs are answered in the order they came in. */
export type SortAnswer = { readonly record: SegmentRecord } | { readonly error: Error };

/** One after the other, so that its memory serves them all. */
const sort = openSuffixSorter();
let last: Promise<void> = Promise.resolve();

parentPort?.on('message', ({ storage, columns }: SortJob) => {
  last = last.then(async () => {
    const answer: SortAnswer = await sortAndWrite(storage, columns, sort).then(
      record => ({ record }),
      (error: Error) => ({ error }),
    );
    parentPort?.postMessage(answer);
  });
});
