import { chmod, mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OWN_FILE, OWN_FOLDER } from './writeAtomic';

/** What we write into a storage folder. */
const OURS = /^(manifest\.json|lock|.*\.(segment|edges|frames|jsonl))$/;

/**
 * Makes a storage folder that only its owner can look into. One from before, with files of ours that others could read, is
 * closed to them; what else may lie there, and on Windows everything, stays as it is.
 */
export async function makeOwnFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: OWN_FOLDER });
  if (process.platform === 'win32') return;
  const ours = (await readdir(folder)).filter(name => OURS.test(name)).map(name => join(folder, name));
  if (ours.length > 0) await close(folder, OWN_FOLDER);
  for (const path of ours) await close(path, OWN_FILE);
}

/** Another user's file cannot be changed: no harm, it is not read by more people than before. */
async function close(path: string, mode: number): Promise<void> {
  try {
    if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, mode);
  } catch {
    // Gone, or not ours.
  }
}
