import { join } from 'node:path';
import { edgesName } from '../../index/edgesFile';
import { blocksOf, framesName } from '../../index/framesFile';
import type { Manifest } from '../../index/manifest';
import { theWorld, type World } from '../../storage/world';

/**
 * Deletes what is no part of the index any more: segments that the manifest does not name, their edges and frames, and what a crash left half written.
 * What is read and not sorted yet stays.
 * Only for the holder of the lock. A file that somebody still has open (Windows) is deleted another time.
 */
export async function sweep(
  storage: string,
  { segments }: Pick<Manifest, 'segments'>,
  { files }: Pick<World, 'files'> = theWorld,
): Promise<void> {
  const live = new Set([
    ...segments.flatMap(({ id }) => [`${id}.segment`, edgesName(id)]),
    ...blocksOf(segments).map(framesName),
  ]);
  for (const name of await files.names(storage)) {
    if (!/^(?!unsorted-).*\.(segment|edges|frames|tmp)$/.test(name) || live.has(name)) continue;
    await files.remove(join(storage, name)).catch(() => undefined);
  }
}
