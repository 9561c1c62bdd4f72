/**
 * Loaded into a server by `--require`: it dies only of memory that it really has not, not of a machine on which collecting garbage takes most
 * of the time; and at its end it writes the bytes of objects that it holds, garbage aside, into the file that FANBEN_HEAP_FILE names.
 */
import { writeFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { isMainThread } from 'node:worker_threads';

setFlagsFromString('--no-detect-ineffective-gcs-near-heap-limit');

const file = process.env.FANBEN_HEAP_FILE;
if (file && isMainThread) {
  setFlagsFromString('--expose-gc');
  const collectGarbage = runInNewContext('gc') as () => void;
  process.once('exit', () => {
    collectGarbage();
    writeFileSync(file, String(process.memoryUsage().heapUsed));
  });
}
