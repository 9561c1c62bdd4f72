import { randomUUID } from 'node:crypto';
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OWN_FILE, replaceFile } from './writeAtomic';

const HEARTBEAT_MS = 2_000;
/** A writer whose heartbeat is older is dead, or cannot write any more. */
const STALE_MS = 20_000;
/** Who listens so long and hears no beat takes the lock over. */
const LISTEN_MS = 2 * HEARTBEAT_MS + 500;
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
    await writeFile(`${path}.${mine.token}`, JSON.stringify(mine), { mode: OWN_FILE });
    await replaceFile(`${path}.${mine.token}`, path);
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
      // What it was held for is done: a lock that cannot be removed grows stale.
      if (await isHeld()) await rm(path, { force: true, maxRetries: 3 }).catch(() => undefined);
    },
  };
}

/** Does a living process hold the lock of this storage folder? */
export async function isLocked(storage: string): Promise<boolean> {
  return isAlive(join(storage, 'lock'));
}

async function create(path: string, holder: Holder): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(holder), { flag: 'wx', mode: OWN_FILE });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * A process of this machine is asked for; of one elsewhere the heart is listened to. Its clock and ours may differ, so
 * only a fresh beat is believed at once: a stale one, and one from the future, must come again while we wait.
 */
async function isAlive(path: string): Promise<boolean> {
  const beat = await lastBeat(path);
  if (beat === null) return false;
  const holder = await read(path);
  if (holder?.host === hostname() && !isRunning(holder.pid)) return false;
  const ageMs = Date.now() - beat;
  if (ageMs >= -HEARTBEAT_MS && ageMs <= STALE_MS) return true;
  await pause(LISTEN_MS);
  const next = await lastBeat(path);
  return next !== null && next !== beat;
}

/** When the heart beat last, by the clock of its holder; `null`: there is no lock. */
const lastBeat = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => null,
  );

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
