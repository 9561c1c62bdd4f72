import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Windows refuses to replace a file that somebody is just looking at; it soon lets go. */
const BUSY = new Set(['EPERM', 'EBUSY', 'EACCES']);
/** What we keep of a corpus is as confidential as the corpus: nobody else on the machine reads it. */
export const OWN_FILE = 0o600;
export const OWN_FOLDER = 0o700;
const TRIES = 10;
const PAUSE_MS = 20;

/**
 * Puts a whole file in place at once: written beside under a temporary name, brought to the disk, renamed.
 * Readers and a crash see the old content or the new, never a part.
 */
export async function writeAtomic(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    const file = await open(beside, 'w', OWN_FILE);
    try {
      for (const piece of pieces) await writeAll(file, piece);
      await file.sync();
    } finally {
      await file.close();
    }
    await replaceFile(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** A write may take less than it was given. */
async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

/** Renames over what is there; tries again while somebody looks at it. */
export async function replaceFile(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!BUSY.has((error as NodeJS.ErrnoException).code ?? '') || attempt === TRIES) throw error;
      await pause(PAUSE_MS * attempt);
    }
  }
}

/** A rename is safe from a power cut once the folder is on the disk. Where folders cannot be opened, the system sees to it. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, 'r');
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  } catch {
    // Windows, and some network file systems.
  }
}
