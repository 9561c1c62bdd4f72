import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { theWorld, type World } from './world';
import { isBusy, removeFile, whenFree } from './writeAtomic';

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

/** The right to write to a storage folder, or to a file that several windows change. */
export interface IndexLock {
  /** Still ours? Asked before every publication: a writer that was suspended for long may have lost it. */
  isHeld(): Promise<boolean>;
  /** Never fails: what the lock was held for is done, and one that cannot be removed grows stale. */
  release(): Promise<void>;
}

/** Takes the writer's lock of a storage folder; `null` when a living process has it. A dead one's is taken over. */
export function takeLock(storage: string, world: World = theWorld): Promise<IndexLock | null> {
  return takeLockAt(join(storage, 'lock'), world);
}

/** Takes the lock that is a file at this path. */
async function takeLockAt(path: string, world: World = theWorld): Promise<IndexLock | null> {
  const { files, clock, writer } = world;
  const mine: Holder = { pid: writer.pid, host: writer.host, token: randomUUID() };
  const text = Buffer.from(JSON.stringify(mine));
  if (!(await create(path, text, world)) && !(await takeOver(path, mine, world))) return null;
  const isHeld = async () => (await read(path, world))?.token === mine.token;
  // A lost lock is found out by `isHeld`.
  const endHeartbeat = clock.every(HEARTBEAT_MS, () => void files.touch(path).catch(() => undefined));
  return {
    isHeld,
    async release() {
      endHeartbeat();
      if (await isHeld()) await removeFile(path, world).catch(() => undefined);
    },
  };
}

/** How often somebody who waits looks whether a lock is free. */
const LOOK_MS = 200;

/** Takes the lock that is a file at this path as soon as it is free; `null` when that takes longer. */
export async function waitForLockAt(path: string, mostMs: number, world: World = theWorld): Promise<IndexLock | null> {
  // What was waited counts, not what the clock says: it may be set back meanwhile.
  for (let waitedMs = 0; ; waitedMs += LOOK_MS) {
    const lock = await takeLockAt(path, world);
    if (lock || waitedMs >= mostMs) return lock;
    await world.clock.pause(LOOK_MS);
  }
}

/** Puts our lock in the place of a dead one, and waits whether another does the same. False: another has it, or looks at it. */
async function takeOver(path: string, mine: Holder, world: World): Promise<boolean> {
  const { files, clock } = world;
  const text = Buffer.from(JSON.stringify(mine));
  const dead = await contentOf(path, world);
  if (await isAlive(path, world)) return false;
  if (dead === null) return create(path, text, world); // it was released meanwhile
  const beside = `${path}.${mine.token}`;
  let isOther = false;
  try {
    await files.write(beside, [text]);
    await whenFree(async () => {
      // While somebody looked at it another may have taken it over, and lives.
      isOther = (await contentOf(path, world)) !== dead;
      if (!isOther) await files.rename(beside, path);
    }, clock);
  } catch (error) {
    await files.remove(beside).catch(() => undefined);
    if (isBusy(error)) return false;
    throw error;
  }
  if (isOther) await files.remove(beside).catch(() => undefined);
  else await clock.pause(SETTLE_MS);
  return !isOther && (await read(path, world))?.token === mine.token;
}

/** Does a living process hold the lock of this storage folder? */
export async function isLocked(storage: string, world: World = theWorld): Promise<boolean> {
  return isAlive(join(storage, 'lock'), world);
}

/** How often it is asked whether the writer of another window is done. */
const OTHER_WRITER_MS = 500;

/** Resolves when nobody holds the lock any more, or it is given up to wait for that. */
export async function whenUnlocked(storage: string, isGivenUp: () => boolean, world: World = theWorld): Promise<void> {
  while (!isGivenUp() && (await isLocked(storage, world))) await world.clock.pause(OTHER_WRITER_MS);
}

async function create(path: string, text: Buffer, { files }: World): Promise<boolean> {
  try {
    await files.write(path, [text], { isNew: true });
    return true;
  } catch (error) {
    // On Windows a file that is just being removed can neither be made nor opened.
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || isBusy(error)) return false;
    throw error;
  }
}

/**
 * A process of this machine is asked for; of one elsewhere the heart is listened to. Its clock and ours may differ, so
 * only a fresh beat is believed at once: a stale one, and one from the future, must come again while we wait.
 */
async function isAlive(path: string, world: World): Promise<boolean> {
  const { clock, writer } = world;
  const beat = await lastBeat(path, world);
  if (beat === null) return false;
  const holder = await read(path, world);
  if (holder?.host === writer.host && !writer.isRunning(holder.pid)) return false;
  const ageMs = clock.now() - beat;
  if (ageMs >= -HEARTBEAT_MS && ageMs <= STALE_MS) return true;
  await clock.pause(LISTEN_MS);
  const next = await lastBeat(path, world);
  return next !== null && next !== beat;
}

/** When the heart beat last, by the clock of its holder; `null`: there is no lock. */
const lastBeat = (path: string, { files }: World): Promise<number | null> =>
  files.modified(path).then(
    beat => beat,
    () => null,
  );

async function read(path: string, world: World): Promise<Holder | null> {
  try {
    return JSON.parse((await contentOf(path, world)) ?? '') as Holder;
  } catch {
    return null;
  }
}

/** What a lock file says, whole or not; null where there is none, or none that can be read. */
const contentOf = (path: string, { files }: World): Promise<string | null> =>
  files.read(path).then(
    bytes => bytes.toString('utf8'),
    () => null,
  );
