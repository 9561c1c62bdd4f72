import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { writeAtomic } from '../../corpus/storage/writeAtomic';
import { nameOf } from '../chunks';
import { besideObjects } from '../collections';
import type { BlockLayout, StoredObject } from '../library';
import { fetchChunk } from '../replica/fetchFile';
import type { PieceSources } from './layoutPieces';

const inflate = promisify(inflateRaw);

/** The bytes of an object that is kept whole in a folder: from there where it is, else from the store. Throws `StoreError`. */
export async function fetchStored(
  stored: StoredObject,
  folder: string,
  { store, signal }: Pick<PieceSources, 'store' | 'signal'>,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (const [number, name] of stored.chunks.entries()) {
    const path = join(folder, name);
    const here = await readFile(path).catch(() => null);
    if (here && nameOf(here) === name) chunks.push(here);
    else {
      const bytes = await fetchChunk(await store(), stored, number);
      signal.throwIfAborted();
      await writeAtomic(path, [bytes]);
      chunks.push(bytes);
    }
  }
  return Buffer.concat(chunks);
}

/** Name of the file of what is known of the pieces of a layout, by the name of its index. */
export const tableName = (index: string): string => `${index}.pieces`;

/** Likewise of the file of its tables. */
export const shelvesName = (index: string): string => `${index}.shelves`;

/** Deflated bytes unpacked; null where they are damaged or would be more than `most`. */
export const unpacked = (packed: Uint8Array, most: number): Promise<Uint8Array | null> =>
  inflate(packed, { maxOutputLength: Math.max(1, most) }).catch(() => null);

/** Removes what no layout names any more. */
export async function sweepResident(
  folder: string,
  layouts: readonly { readonly layout: BlockLayout }[],
  isShelved: boolean,
): Promise<void> {
  const named = new Set(layouts.flatMap(({ layout }) => besideObjects(layout).flatMap(({ chunks }) => chunks)));
  for (const { layout } of layouts)
    for (const nameOf of isShelved ? [tableName, shelvesName] : [tableName])
      named.add(nameOf(layout.index.chunks[0] ?? ''));
  for (const name of await readdir(folder).catch(() => []))
    if (!named.has(name)) await rm(join(folder, name), { force: true });
}
