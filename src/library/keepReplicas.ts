import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isLocked } from '../corpus/storage/indexLock';
import { replicaFolder } from './openLibrary';

/** Removes the replicas of all other libraries: what is no longer read leaves the machine. One that is being fetched stays. */
export async function keepReplicas(replicas: string, targets: readonly string[]): Promise<void> {
  const kept = new Set(targets.map(target => basename(replicaFolder(replicas, target))));
  const names = await readdir(replicas).catch(() => []);
  for (const name of names.filter(name => /^[0-9a-f]{24}$/.test(name) && !kept.has(name))) {
    const folder = join(replicas, name);
    if (!(await isLocked(folder))) await rm(folder, { recursive: true, force: true });
  }
}
