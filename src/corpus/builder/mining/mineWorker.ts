/** A thread that mines frames. Entry point of a bundle of its own. */
import { parentPort } from 'node:worker_threads';
import type { FramesBlock } from '../../index/framesFile';
import { mineBlock } from './mineBlock';

export interface MineJob {
  readonly storage: string;
  readonly block: FramesBlock;
  /** Articles of the block that are passed over. */
  readonly givenUp: readonly number[];
}

/** About to mine this article of the block, or done with the block. */
export type MineNews = number | 'done';

const tell = (news: MineNews) => parentPort?.postMessage(news);

parentPort?.on('message', ({ storage, block, givenUp }: MineJob) => {
  // One `done` for every job. A block that cannot be mined (its segment was merged away, the disk is full) is left out.
  const done = () => tell('done');
  mineBlock(storage, block, { givenUp, onArticle: tell }).then(done, done);
});
