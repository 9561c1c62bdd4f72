import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { writeAtomic } from '../../corpus/storage/writeAtomic';
import { decodeBlockIndex } from '../../engine/index/blocks/blockIndex';
import { BlockSegment } from '../../engine/index/blocks/blockSegment';
import { bitBytes } from '../../engine/index/columns/bits';
import { nameOf } from '../chunks';
import { type BlockLayout, type Library, mostIndexBytes, type StoredObject } from '../libraryManifest';
import { articlesFolder, CLUSTERS_OF_COLLECTION } from '../replicaManifest';
import { fetchChunk } from '../replicate';
import { storeErrors } from '../store/store';
import { type LayoutPieces, layoutPieces, type PieceSources } from './layoutPieces';

/** A library that is read on demand: of each layout a segment that answers from what is here. */
export interface OnDemand {
  readonly segments: readonly BlockSegment[];
  /**
   * Brings what a question needs, and what it needs when that is here, in at most `rounds` round trips. Resolves when there is nothing
   * more to bring, or nothing can be had. Never rejects.
   */
  bring(needsOf: (segment: BlockSegment) => Set<number>, rounds?: number): Promise<void>;
  /** Likewise what was asked for in vain since. */
  bringNoted(): Promise<void>;
}

export interface OnDemandOptions extends PieceSources {
  /** Absolute path of the folder of the library here. */
  readonly folder: string;
  readonly clusterBase: number;
  /** What an article counts; default 1. */
  readonly weight?: number | undefined;
}

const ROUNDS = 6;
const inflate = promisify(inflateRaw);

/** Has every collection been laid out in blocks? Otherwise the library can only be replicated. */
export const isLaidOut = ({ collections }: Library): boolean =>
  collections.length > 0 && collections.every(({ blocks = [] }) => blocks.length > 0);

/**
 * Opens a library for reading on demand: the indexes of its layouts are fetched whole, or are here from the last time. Throws
 * `StoreError` where one cannot be had or is not what it should be.
 */
export async function readOnDemand(library: Library, options: OnDemandOptions): Promise<OnDemand> {
  const { folder, clusterBase, weight = 1 } = options;
  const layouts = library.collections.flatMap(({ slot, blocks = [] }) =>
    blocks.map(layout => ({ layout, base: clusterBase + slot * CLUSTERS_OF_COLLECTION })),
  );
  const resident = join(folder, 'resident');
  await mkdir(resident, { recursive: true, mode: 0o700 });
  const parts: { segment: BlockSegment; pieces: LayoutPieces }[] = [];
  for (const { layout, base } of layouts) {
    const { index: stored, dead: deadStored } = layout;
    const name = stored.chunks[0] ?? '';
    const [packed, packedDead] = [
      await fetchStored(stored, resident, options),
      await fetchStored(deadStored, resident, options),
    ];
    const index = await unpacked(packed, mostIndexBytes(layout.characters)).then(
      bytes => bytes && decodeBlockIndex(bytes, CLUSTERS_OF_COLLECTION),
    );
    const isWhole =
      index?.length === layout.characters &&
      index.objectStarts.length === layout.objects.length + 1 &&
      fits(index, layout);
    if (!isWhole) throw storeErrors.wrong((await options.store()).target, name);
    const bytes = bitBytes(index.articleStarts.length);
    const dead = await unpacked(packedDead, bytes);
    if (dead?.length !== bytes) throw storeErrors.wrong((await options.store()).target, deadStored.chunks[0] ?? '');
    const id = name.slice(0, 40);
    const pieces = layoutPieces(id, index, layout, options);
    const pathOf = (path: string) => join(articlesFolder(folder), ...path.split('/'));
    parts.push({ pieces, segment: new BlockSegment(index, pieces, { id, clusterBase: base, dead, weight, pathOf }) });
  }
  await sweepResident(resident, layouts);
  return {
    segments: parts.map(({ segment }) => segment),
    async bring(needsOf, rounds = ROUNDS) {
      await Promise.all(
        parts.map(async ({ segment, pieces }) => {
          const asked = new Set<number>();
          for (let round = 0; round < rounds; round++) {
            const needs = [...needsOf(segment)].filter(piece => !asked.has(piece));
            if (needs.length === 0) return;
            for (const piece of needs) asked.add(piece);
            await pieces.bring(needs);
          }
        }),
      );
    },
    async bringNoted() {
      await Promise.all(parts.map(({ pieces }) => pieces.bring(pieces.takeNoted())));
    },
  };
}

/** The pieces of each object end where it does. */
function fits(index: NonNullable<ReturnType<typeof decodeBlockIndex>>, { objects }: BlockLayout): boolean {
  return objects.every(({ bytes }, object) => {
    const pieces = index.pieceBytes.subarray(index.objectStarts[object], index.objectStarts[object + 1]);
    return pieces.reduce((sum, length) => sum + length, 0) === bytes;
  });
}

/** From this disk where it is here, else from the store. */
async function fetchStored(
  stored: StoredObject,
  folder: string,
  { store, signal }: Pick<OnDemandOptions, 'store' | 'signal'>,
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

const unpacked = (packed: Uint8Array, most: number): Promise<Uint8Array | null> =>
  inflate(packed, { maxOutputLength: Math.max(1, most) }).catch(() => null);

async function sweepResident(folder: string, layouts: readonly { readonly layout: BlockLayout }[]): Promise<void> {
  const named = new Set(layouts.flatMap(({ layout: { index, dead } }) => [...index.chunks, ...dead.chunks]));
  for (const name of await readdir(folder).catch(() => []))
    if (!named.has(name)) await rm(join(folder, name), { force: true });
}
