/** A thread that mines frames. Entry point of a bundle of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FramesBlock } from '../../index/framesFile';
import type { TextColumns } from '../../index/segmentColumns';
import { mineBlock } from './mineBlock';

/** A block to mine; the thread answers each with one message. */
export interface MineJob {
  readonly storage: string;
  readonly block: FramesBlock;
  /** Its segment, in memory that is shared; where it is not given, it is read. */
  readonly columns?: TextColumns | undefined;
  /** Articles of the block that are passed over. */
  readonly givenUp: readonly number[];
}

/** One for every job. A block that cannot be mined (its segment was merged away, the disk is full) is left out. */
const DONE = 'done';

/** Shared with the one that waits: 1 and the number of the article in its block that is mined, 0 between blocks. */
const at = new Int32Array(workerData as SharedArrayBuffer);
const tell = (article: number) => Atomics.store(at, 0, article + 1);

parentPort?.on('message', ({ storage, block, columns, givenUp }: MineJob) => {
  const done = () => {
    Atomics.store(at, 0, 0);
    parentPort?.postMessage(DONE);
  };
  mineBlock(storage, block, { givenUp, columns, onArticle: tell }).then(done, done);
});
