import { EMPTY_MANIFEST, type Manifest, withoutSegments } from '../../index/manifest';
import { readManifest } from '../../index/manifestFile';
import type { BuildRequest } from '../messages';

/** The manifest to go on from, without what was found damaged. `isNew`: it differs from the one on disk. */
export async function startingPoint({
  storage,
  damaged,
}: BuildRequest): Promise<{ manifest: Manifest; isNew: boolean }> {
  const read = await readManifest(storage);
  if (typeof read === 'string') return { manifest: EMPTY_MANIFEST, isNew: true };
  const lost = new Set(read.segments.map(({ id }) => id).filter(id => damaged.includes(id)));
  return { manifest: lost.size > 0 ? withoutSegments(read, lost) : read, isNew: lost.size > 0 };
}
