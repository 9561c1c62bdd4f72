import { join } from 'node:path';
import { blocksOf, framesName } from '../../index/framesFile';
import type { Manifest } from '../../index/manifest';
import { theWorld, type World } from '../../storage/world';

/**
 * Deletes what is no part of the index any more: segments that the manifest does not name, their frames, and what a crash left half written.
 * Only for the holder of the lock. A file that somebody still has open (Windows) is deleted another time.
 */
export async function sweep(
  storage: string,
  { segments }: Pick<Manifest, 'segments'>,
  { files }: Pick<World, 'files'> = theWorld,
): Promise<void> {
  const live = new Set([...segments.map(({ id }) => `${id}.segment`), ...blocksOf(segments).map(framesName)]);
  for (const name of await files.names(storage)) {
    if (!/\.(segment|frames|tmp)$/.test(name) || live.has(name)) continue;
    await files.remove(join(storage, name)).catch(() => undefined);
  }
}
