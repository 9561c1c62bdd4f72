import { realpath, stat, writeFile } from 'node:fs/promises';
import { writeAtomic } from './writeAtomic';

/**
 * Puts a whole file where a user has said: a link stays a link to it, and a device or a pipe is written into. Renamed over, either would
 * be gone.
 */
export async function writeNamed(path: string, pieces: readonly Uint8Array[]): Promise<void> {
  const target = await realpath(path).catch(() => path);
  if (await isFileOrNothing(target)) await writeAtomic(target, pieces);
  else await writeFile(target, Buffer.concat(pieces));
}

async function isFileOrNothing(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found === null || found.isFile();
}
