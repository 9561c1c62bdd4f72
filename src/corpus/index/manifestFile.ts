import { join } from 'node:path';
import { crc32 } from '../storage/checksum';
import { theWorld, type World } from '../storage/world';
import { writeAtomic } from '../storage/writeAtomic';
import type { Manifest } from './manifest';
import { isManifest } from './manifestShape';

/** Goes up whenever an index made before must be made anew: another layout, another cleaning, another meaning. */
export const INDEX_VERSION = 7;
const HEAD = /^\{"format":"fanben-index","version":(\d+),"checksum":(\d+),"manifest":/;

/** Why there is no manifest to use: nothing there, not ours or of another version, or not what was written. */
export type ManifestProblem = 'missing' | 'foreign' | 'damaged';

/** Where the manifest of a storage folder is. */
export function manifestPath(storage: string): string {
  return join(storage, 'manifest.json');
}

/** Reads `manifest.json` of a storage folder. Throws only where the folder cannot be read at all. */
export async function readManifest(
  storage: string,
  { files }: Pick<World, 'files'> = theWorld,
): Promise<Manifest | ManifestProblem> {
  let bytes: Buffer;
  try {
    bytes = await files.read(manifestPath(storage));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    throw error;
  }
  const head = HEAD.exec(bytes.toString('latin1', 0, 200));
  if (!head || Number(head[1]) !== INDEX_VERSION) return 'foreign';
  const body = bytes.subarray(head[0].length, bytes.lastIndexOf('}'));
  if (crc32(body) !== Number(head[2])) return 'damaged';
  try {
    const manifest: unknown = JSON.parse(body.toString('utf8'));
    return isManifest(manifest) ? manifest : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Replaces the manifest in one step: from then on it is what every reader sees. */
export async function writeManifest(storage: string, manifest: Manifest, world: World = theWorld): Promise<void> {
  const body = Buffer.from(JSON.stringify(manifest));
  const head = `{"format":"fanben-index","version":${INDEX_VERSION},"checksum":${crc32(body)},"manifest":`;
  await writeAtomic(manifestPath(storage), [Buffer.from(head), body, Buffer.from('}\n')], world);
}
