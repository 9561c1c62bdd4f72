/** The thread that cuts words, and sorts and writes segments, while the builder reads on. Entry point of a bundle of its own. */
import { parentPort } from 'node:worker_threads';
import { cutArticles } from '../../../engine/index/columns/cutArticles';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import { openSuffixSorter } from '../../../engine/index/suffixes/suffixSorter';
import type { SegmentRecord } from '../../index/manifest';
import { loadMarker } from '../../words/segmenter';
import { sortAndWrite } from './sortAndWrite';

/** What the thread does: columns sorted and written into a storage folder, or the words of articles cut. */
export type SortJob =
  | { readonly kind: 'write'; readonly storage: string; readonly columns: SegmentColumns; readonly id: string }
  /** As `cutArticles` takes them. */
  | { readonly kind: 'cut'; readonly text: Uint16Array; readonly starts: readonly number[] };

/** Jobs are answered in the order they came in. */
export type SortAnswer =
  | { readonly result: SegmentRecord | Uint8Array }
  /** A message carries no property of an error but its text: the code of the system (ENOSPC) goes beside it. */
  | { readonly error: Error; readonly code: string | undefined };

/** One after the other, so that its memory serves them all. */
const sort = openSuffixSorter();
let last: Promise<void> = Promise.resolve();

const doJob = async (job: SortJob): Promise<SegmentRecord | Uint8Array> =>
  job.kind === 'write'
    ? sortAndWrite(job.storage, job.columns, job.id, sort)
    : cutArticles(loadMarker(), job.text, job.starts);

parentPort?.on('message', (job: SortJob) => {
  last = last.then(async () => {
    const answer: SortAnswer = await doJob(job).then(
      result => ({ result }),
      (error: NodeJS.ErrnoException) => ({ error, code: error.code }),
    );
    parentPort?.postMessage(answer);
  });
});
