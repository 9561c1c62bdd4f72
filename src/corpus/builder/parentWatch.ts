/**
 * A thread that ends the builder when whoever started it is gone, also while the builder is busy or hangs: a killed server takes no
 * leave. Entry point of a bundle of its own.
 */
import { workerData } from 'node:worker_threads';
import { endWithParent } from './family';

endWithParent(workerData as number, {
  parent: () => process.ppid,
  isRunning,
  end: () => process.kill(process.pid, 'SIGKILL'),
  every: (milliseconds, step) => setInterval(step, milliseconds),
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's
  }
}
