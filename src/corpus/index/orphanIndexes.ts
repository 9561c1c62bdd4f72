import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isLocked } from '../storage/indexLock';
import { OWN_FILE, OWN_FOLDER } from '../storage/writeAtomic';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A workspace that was not opened for so long needs its index no more: it is read again. */
const UNUSED_MS = 90 * DAY_MS;
/** And for so long it has been seen to be unused: a clock that is set forward makes everything old at once, until it is set right. */
const SEEN_MS = 7 * DAY_MS;
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
    const used = await namesUsedElsewhere(use, now);
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

/**
 * What the files of use beside this one name; one that is too old for days is removed. Throws where one cannot be read: then nothing is an
 * orphan.
 */
async function namesUsedElsewhere(use: string, now: number): Promise<Set<string>> {
  const names = new Set<string>();
  for (const name of await readdir(dirname(use))) {
    if (!INDEX.test(name) || name === basename(use)) continue;
    const path = join(dirname(use), name);
    const { mtimeMs: since } = await stat(path);
    if (since < FIRST_MS) await utimes(path, now / 1000, now / 1000);
    if (since >= FIRST_MS && now - since > UNUSED_MS && (await isOldForDays(path, since, now)))
      await rm(path, { force: true });
    else names.add(await readFile(path, 'utf8'));
  }
  return names;
}

/** Was a file of use, last written at `since`, found too old at an earlier start, days ago? A mark beside it keeps when it was first found so. */
async function isOldForDays(path: string, since: number, now: number): Promise<boolean> {
  const mark = `${path}.old`;
  const { mtimeMs: seen } = await stat(mark).catch(() => ({ mtimeMs: 0 }));
  if (seen >= since && now - seen > SEEN_MS) {
    await rm(mark, { force: true });
    return true;
  }
  // One of tomorrow was made by a clock that was wrong.
  if (seen < since || seen > now) {
    await writeFile(mark, '', { mode: OWN_FILE });
    await utimes(mark, now / 1000, now / 1000);
  }
  return false;
}
