/**
 * A thread that ends the builder when whoever started it is gone, also while the builder is busy or hangs: a killed server takes no
 * leave. Entry point of a bundle of its own.
 */
import { workerData } from 'node:worker_threads';
import { corpusLimits } from '../limits';

const parent = workerData as number;

setInterval(() => {
  if (!isThere()) process.kill(process.pid, 'SIGKILL');
}, corpusLimits.parentLookMs);

/** An orphan has another parent where the system gives it one; elsewhere the process is asked for. */
function isThere(): boolean {
  if (process.ppid !== parent) return false;
  try {
    process.kill(parent, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
