import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const HEARTBEAT_MS = 2_000;
/** A writer whose heartbeat is older is dead, or cannot write any more. */
const STALE_MS = 20_000;
/** How long two that take over the same lock wait to see who was last. */
const SETTLE_MS = 100;

/** What the lock file says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly token: string;
}

/** The right to write to a storage folder. */
export interface IndexLock {
  /** Still ours? Asked before every publication: a writer that was suspended for long may have lost it. */
  isHeld(): Promise<boolean>;
  release(): Promise<void>;
}

/** Takes the writer's lock of a storage folder; `null` when a living process has it. A dead one's is taken over. */
export async function takeLock(storage: string): Promise<IndexLock | null> {
  const path = join(storage, 'lock');
  const mine: Holder = { pid: process.pid, host: hostname(), token: randomUUID() };
  if (!(await create(path, mine))) {
    if (await isAlive(path)) return null;
    await writeFile(`${path}.${mine.token}`, JSON.stringify(mine));
    await rename(`${path}.${mine.token}`, path);
    await pause(SETTLE_MS);
    if ((await read(path))?.token !== mine.token) return null;
  }
  const isHeld = async () => (await read(path))?.token === mine.token;
  const heartbeat = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined); // a lost lock is found out by `isHeld`
  }, HEARTBEAT_MS);
  heartbeat.unref();
  return {
    isHeld,
    async release() {
      clearInterval(heartbeat);
      if (await isHeld()) await rm(path, { force: true });
    },
  };
}

/** Does a living process hold the lock of this storage folder? */
export async function isLocked(storage: string): Promise<boolean> {
  return isAlive(join(storage, 'lock'));
}

async function create(path: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

async function isAlive(path: string): Promise<boolean> {
  try {
    if (Date.now() - (await stat(path)).mtimeMs > STALE_MS) return false;
  } catch {
    return false;
  }
  const holder = await read(path);
  // An unreadable lock is one that is just being written; it grows stale if it is not.
  return holder === null || holder.host !== hostname() || isRunning(holder.pid);
}

async function read(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // another user's
  }
}
