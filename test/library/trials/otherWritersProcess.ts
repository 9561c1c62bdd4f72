/** The machines of the other writers, in a process of their own: see `otherWriters`. Ends with its parent. */
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '../../../src/library/store/openStore';
import type { Done, Repeated } from './otherWriters';

const done: Done = { requests: 0, bytes: 0, failed: {}, cpuMs: 0 };
const under = new Set<Promise<void>>();
const opened = openStore(process.argv[2] ?? '');

async function repeat({ name, from, length, afterMs }: Repeated): Promise<void> {
  await pause(afterMs);
  try {
    done.bytes += (await (await opened).readRange(name, from, length)).length;
    done.requests++;
  } catch (error) {
    const { message } = error as Error;
    done.failed[message] = (done.failed[message] ?? 0) + 1;
  }
}

process.on('message', async (asked: readonly Repeated[] | 'end') => {
  if (asked !== 'end') {
    for (const one of asked) {
      const own: Promise<void> = repeat(one).finally(() => under.delete(own));
      under.add(own);
    }
    return;
  }
  while (under.size > 0) await Promise.all(under);
  const { user, system } = process.cpuUsage();
  done.cpuMs = (user + system) / 1000;
  process.send?.(done);
});
process.on('disconnect', () => process.exit());
