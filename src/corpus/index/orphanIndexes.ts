import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isLocked } from '../storage/indexLock';
import { OWN_FILE, OWN_FOLDER } from '../storage/writeAtomic';

/** A workspace that was not opened for so long needs its index no more: it is read again. */
const UNUSED_MS = 90 * 24 * 60 * 60 * 1000;
/** Fanben is not older: a time before it was told by a clock that had lost its battery, and says nothing. */
const FIRST_MS = Date.UTC(2025, 0);
/** How the folders of indexes are named; whatever else lies there is none of ours. */
const INDEX = /^[0-9a-f]{16}$/;

/**
 * Says that this workspace uses this index, and removes the indexes that no workspace uses any more: nobody's articles stay behind
 * where their folder is no longer listed. One that is being written is left for the next start. Never throws: an orphan that
 * cannot be removed harms no answer.
 *
 * @param storage absolute path of the index that is used
 * @param indexes absolute path of the folder whose subfolders are indexes
 * @param use absolute path of the file that says which one this workspace uses; beside it lie those of the others
 * @param now milliseconds of the epoch
 * @example await removeOrphans('/g/index/0123456789abcdef', '/g/index', '/g/uses/fedcba9876543210', Date.now())
 */
export async function removeOrphans(storage: string, indexes: string, use: string, now: number): Promise<void> {
  try {
    await mkdir(dirname(use), { recursive: true, mode: OWN_FOLDER });
    await writeFile(use, basename(storage), { mode: OWN_FILE });
    const used = await namesInUse(dirname(use), now);
    used.add(basename(storage));
    for (const entry of await readdir(indexes, { withFileTypes: true })) {
      const folder = join(indexes, entry.name);
      if (!entry.isDirectory() || !INDEX.test(entry.name) || used.has(entry.name) || (await isLocked(folder))) continue;
      await rm(folder, { recursive: true, force: true });
    }
  } catch {
    // The next start tries again.
  }
}

/** What the files of use name; one that is too old is removed. Throws where one cannot be read: then nothing is an orphan. */
async function namesInUse(folder: string, now: number): Promise<Set<string>> {
  const names = new Set<string>();
  for (const name of (await readdir(folder)).filter(name => INDEX.test(name))) {
    const path = join(folder, name);
    const { mtimeMs: since } = await stat(path);
    if (since < FIRST_MS) await utimes(path, now / 1000, now / 1000);
    if (since >= FIRST_MS && now - since > UNUSED_MS) await rm(path, { force: true });
    else names.add(await readFile(path, 'utf8'));
  }
  return names;
}
