import { copyFile, link, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { paths } from '../../paths/pathIdentity';
import { takeLock } from '../storage/indexLock';
import { blocksOf, framesName, listFrames } from './framesFile';
import { type Manifest, totals } from './manifest';
import { readManifest, writeManifest } from './manifestFile';

/**
 * Begins a new index with what another one has already, so that a list of folders that has grown is served at once, and only what
 * is new is read. Segments never change: they are linked, or copied where the disk knows no links. Only an index whose files all lie
 * in the corpus is taken: text of folders that are no longer listed does not come along. Never throws: without a seed all is read.
 *
 * @param storage absolute path of the folder of the new index; one that has an index is left as it is
 * @param indexes absolute path of the folder whose subfolders are the indexes of other lists
 */
export async function seedStorage(storage: string, corpus: readonly string[], indexes: string): Promise<void> {
  try {
    if ((await readManifest(storage)) !== 'missing') return;
    const seed = await largestWithin(indexes, corpus);
    const lock = seed && (await takeLock(storage));
    if (!lock) return;
    try {
      await take(seed, storage);
    } finally {
      await lock.release();
    }
  } catch {
    // What was linked and is not named by a manifest is swept away by the builder.
  }
}

interface Seed {
  readonly folder: string;
  readonly manifest: Manifest;
}

async function largestWithin(indexes: string, corpus: readonly string[]): Promise<Seed | undefined> {
  const isWithin = ({ path }: { readonly path: string }) => corpus.some(root => paths.isWithin(path, root));
  const seeds: Seed[] = [];
  for (const name of await readdir(indexes)) {
    const folder = join(indexes, name);
    const manifest = await readManifest(folder).catch(() => 'missing' as const);
    if (typeof manifest === 'string' || manifest.files.length === 0) continue;
    if (manifest.files.every(isWithin)) seeds.push({ folder, manifest });
  }
  const size = ({ manifest }: Seed) => totals(manifest).characters;
  return seeds.sort((a, b) => size(b) - size(a))[0];
}

async function take({ folder, manifest }: Seed, storage: string): Promise<void> {
  const frames = await listFrames(folder);
  const names = [
    ...manifest.segments.map(({ id }) => `${id}.segment`),
    ...blocksOf(manifest.segments)
      .map(framesName)
      .filter(name => frames.has(name)),
  ];
  for (const name of names) {
    const [from, to] = [join(folder, name), join(storage, name)];
    await rm(to, { force: true });
    await link(from, to).catch(() => copyFile(from, to));
  }
  // From here on it is an index.
  await writeManifest(storage, manifest);
}
