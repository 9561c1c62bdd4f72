/** A thread that mines frames. Entry point of a bundle of its own. */
import { parentPort } from 'node:worker_threads';
import type { FramesBlock } from '../framesFile';
import { mineBlock } from './mineBlock';

export interface MineJob {
  readonly storage: string;
  readonly block: FramesBlock;
}

parentPort?.on('message', ({ storage, block }: MineJob) => {
  // One message for every job. A block that cannot be mined (its segment was merged away, the disk is full) is left out.
  const done = () => parentPort?.postMessage('done');
  mineBlock(storage, block).then(done, done);
});
