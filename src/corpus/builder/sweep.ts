import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '../manifest';

/**
 * Deletes what is no part of the index any more: segments that the manifest does not name, and what a crash left half written.
 * Only for the holder of the lock. A file that somebody still has open (Windows) is deleted another time.
 */
export async function sweep(storage: string, { segments }: Manifest): Promise<void> {
  const live = new Set(segments.map(({ id }) => `${id}.segment`));
  for (const name of await readdir(storage)) {
    if (!/\.(segment|tmp)$/.test(name) || live.has(name)) continue;
    await rm(join(storage, name), { force: true }).catch(() => undefined);
  }
}
