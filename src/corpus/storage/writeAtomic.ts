import { randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { theWorld, type World } from './world';

export { OWN_FILE, OWN_FOLDER } from './world';

/** Windows refuses to replace or remove a file that somebody is just looking at; it soon lets go. */
const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES']);
const TRIES = 10;
const PAUSE_MS = 20;

/** Whether a file could not be replaced or removed because somebody has it open. */
export function isBusy(error: unknown): boolean {
  return BUSY.has((error as NodeJS.ErrnoException).code ?? '');
}

/**
 * Puts a whole file in place at once: written beside under a temporary name, brought to the disk, renamed.
 * Readers and a crash see the old content or the new, never a part.
 */
export async function writeAtomic(
  path: string,
  pieces: readonly Uint8Array[],
  { files, clock }: Pick<World, 'files' | 'clock'> = theWorld,
): Promise<void> {
  const beside = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    await files.write(beside, pieces);
    await replaceFile(beside, path, { files, clock });
  } catch (error) {
    await files.remove(beside).catch(() => undefined);
    throw error;
  }
  // Windows, and some network file systems, open no folders: there the system sees to it.
  await files.syncFolder(dirname(path)).catch(() => undefined);
}

/** Renames over what is there; tries again while somebody looks at it. */
export async function replaceFile(
  from: string,
  to: string,
  { files, clock }: Pick<World, 'files' | 'clock'> = theWorld,
): Promise<void> {
  await whenFree(() => files.rename(from, to), clock);
}

/** Removes what is there; tries again while somebody looks at it. */
export async function removeFile(
  path: string,
  { files, clock }: Pick<World, 'files' | 'clock'> = theWorld,
): Promise<void> {
  await whenFree(() => files.remove(path), clock);
}

/** Does something with a file; tries again while somebody looks at it. */
export async function whenFree(act: () => Promise<void>, { pause }: Pick<World['clock'], 'pause'>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error) || attempt === TRIES) throw error;
      await pause(PAUSE_MS * attempt);
    }
  }
}
