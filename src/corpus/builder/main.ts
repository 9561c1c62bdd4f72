/** The builder process: does a build as told over IPC, then ends, unless it is to stay. Entry point of a bundle of its own. */
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createBuilder } from './builder';
import type { FromBuilder, ToBuilder } from './messages';

const tell = createBuilder(message => send(message, isLast(message) ? () => process.exit(0) : undefined));
let hasBuilt = false;

process.on('message', (message: ToBuilder) => {
  if (message.type === 'build' && !hasBuilt) {
    hasBuilt = true;
    beNice();
    watchParent();
  }
  tell(message);
});
// Whoever wanted the index is gone.
process.on('disconnect', () => process.exit(0));

/** Ends this process when its server is gone. A thread watches: while the builder is busy it does not hear that it was disconnected. */
function watchParent(): void {
  const watch = new Worker(join(__dirname, 'parentWatch.js'), { workerData: process.ppid });
  watch.on('error', () => undefined); // it ends with the disconnection all the same
  watch.unref();
}

function isLast(message: FromBuilder): boolean {
  const { type } = message;
  return type === 'busy' || type === 'failed' || (type === 'done' && !message.stays);
}

function send(message: FromBuilder, sent?: () => void): void {
  if (process.connected) process.send?.(message, undefined, undefined, sent);
}

/** Lowers the priority of this process: the editor goes first. */
function beNice(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // Not allowed here: no harm.
  }
}
