import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { decodeBlockIndex } from '../../engine/index/blocks/blockIndex';
import { BlockSegment } from '../../engine/index/blocks/blockSegment';
import { residentIndex } from '../../engine/index/blocks/residentIndex';
import { bitBytes } from '../../engine/index/columns/bits';
import { libraryTotals } from '../collections';
import type { BlockLayout, Library, StoredObject } from '../library';
import { mostIndexBytes } from '../libraryManifest';
import { libraryLimits } from '../limits';
import { articlesFolder, CLUSTERS_OF_COLLECTION } from '../replicaManifest';
import { storeErrors } from '../store/store';
import { FOLDER_BYTES, publishedWeights } from './folderColumn';
import { type FramesOfLayout, mergedFrames, unpackLayoutFrames } from './layoutFrames';
import { type LayoutPieces, layoutPieces, type PieceSources } from './layoutPieces';
import { storePieceTable } from './pieceTable';
import { fetchStored, shelvesName, sweepResident, tableName, unpacked } from './residentObjects';
import { storeShelves } from './shelfFile';
import { decodeSpeakers, mostSpeakerBytes, type SpeakerOf } from './speakerColumn';

/** A library that is read on demand: of each layout a segment that answers from what is here. */
export interface OnDemand {
  readonly segments: readonly BlockSegment[];
  /** Mined frames, of each layout that has some. */
  readonly frames: readonly FramesOfLayout[];
  /**
   * Brings what a question needs, and what it needs when that is here, in at most `rounds` round trips. Resolves when there is nothing
   * more to bring, or nothing can be had. Never rejects.
   */
  bring(needsOf: (segment: BlockSegment) => Set<number>, rounds?: number): Promise<void>;
  /** Once, a few at a time: what nobody waits for is not to stand before a list at the store. Never rejects. */
  bringSlowly(needsOf: (segment: BlockSegment) => Set<number>): Promise<void>;
  /** Likewise what was asked for in vain since. */
  bringNoted(): Promise<void>;
  /** Likewise who spoke in each article, one object a layout; kept from then on. Resolves with whether that is known of all. */
  bringSpeakers(): Promise<boolean>;
}

/** Where a library is kept here, where its pieces come from, and what it counts. */
export interface OnDemandOptions extends PieceSources {
  /** Absolute path of the folder of the library here. */
  readonly folder: string;
  readonly clusterBase: number;
  /** Of a library of more characters, the tables that are searched stay on disk. */
  readonly residentCharacters?: number | undefined;
  /** What its articles count, whatever their publishers make of it; default 1. */
  readonly weight?: number | undefined;
}

const ROUNDS = 6;
/** Pieces on their way for which nobody waits. */
const SLOWLY = 6;

/** Has every collection been laid out in blocks? Otherwise the library can only be replicated. */
export const isLaidOut = ({ collections }: Library): boolean =>
  collections.length > 0 && collections.every(({ blocks = [] }) => blocks.length > 0);

/**
 * Opens a library for reading on demand: the indexes of its layouts are fetched whole, or are here from the last time. Throws
 * `StoreError` where one cannot be had or is not what it should be.
 */
export async function readOnDemand(library: Library, options: OnDemandOptions): Promise<OnDemand> {
  const { folder, clusterBase, weight = 1, residentCharacters = libraryLimits.residentCharacters } = options;
  const isShelved = libraryTotals(library).characters > residentCharacters;
  const layouts = library.collections.flatMap(collection =>
    (collection.blocks ?? []).map(layout => ({
      layout,
      collection,
      base: clusterBase + collection.slot * CLUSTERS_OF_COLLECTION,
    })),
  );
  const resident = join(folder, 'resident');
  await mkdir(resident, { recursive: true, mode: 0o700 });
  const parts: { segment: BlockSegment; pieces: LayoutPieces; bringSpeakers: () => Promise<boolean> }[] = [];
  const frames: FramesOfLayout[] = [];
  const pathOf = (path: string) => join(articlesFolder(folder), ...path.split('/'));
  /** What is of as many bytes as there are articles. */
  const column = async (stored: StoredObject, bytes: number): Promise<Uint8Array> => {
    const read = await unpacked(await fetchStored(stored, resident, options), bytes);
    if (read?.length !== bytes) throw storeErrors.wrong((await options.store()).target, stored.chunks[0] ?? '');
    return read;
  };
  const framesOfLayout = (stored: StoredObject, segment: BlockSegment, moment: string): FramesOfLayout => {
    const version = [...stored.chunks, moment].join();
    return {
      version,
      async read() {
        try {
          const found = await unpackLayoutFrames(await fetchStored(stored, resident, options), segment.articleCount);
          if (!found) throw storeErrors.wrong((await options.store()).target, stored.chunks[0] ?? '');
          return mergedFrames(found, segment, version, pathOf);
        } catch (error) {
          if (!options.signal.aborted) options.heard(error as Error);
          return null;
        }
      },
    };
  };
  const readSpeakers = async (stored: StoredObject, articles: number): Promise<SpeakerOf | undefined> => {
    if (options.gate?.isOpen() === false) return undefined;
    try {
      const bytes = await unpacked(await fetchStored(stored, resident, options), mostSpeakerBytes(articles));
      const found = bytes && decodeSpeakers(bytes, articles);
      if (!found) throw storeErrors.wrong((await options.store()).target, stored.chunks[0] ?? '');
      return found;
    } catch (error) {
      if (!options.signal.aborted) options.heard(error as Error);
      return undefined;
    }
  };
  for (const { layout, collection, base } of layouts) {
    const { index: stored, folders } = layout;
    const name = stored.chunks[0] ?? '';
    const packed = await fetchStored(stored, resident, options);
    const published = await unpacked(packed, mostIndexBytes(layout.characters)).then(
      bytes => bytes && decodeBlockIndex(bytes, CLUSTERS_OF_COLLECTION),
    );
    const isWhole =
      published?.length === layout.characters &&
      published.objectStarts.length === layout.objects.length + 1 &&
      fits(published, layout);
    if (!isWhole) throw storeErrors.wrong((await options.store()).target, name);
    const table = await storePieceTable(join(resident, tableName(name)), published);
    const id = name.slice(0, 40);
    const shelves = isShelved
      ? await storeShelves(join(resident, shelvesName(name)), published, { id, ...options })
      : undefined;
    // What only fetching needs stays on disk.
    const index = residentIndex(published, shelves);
    const articles = published.articleStarts.length;
    const dead = await column(layout.dead, bitBytes(articles));
    // Nobody fetches what says the same of all.
    const weights =
      folders && collection.weights
        ? publishedWeights(await column(folders, FOLDER_BYTES * articles), collection)
        : null;
    const pieces = layoutPieces(id, index, table, layout, options);
    let speakerOf: SpeakerOf | undefined;
    const owner = { id, clusterBase: base, dead, weight, weights, pathOf, speakers: () => speakerOf };
    const segment = new BlockSegment(index, pieces, owner);
    let speakersComing: Promise<boolean> | undefined;
    const bringSpeakers = async () => {
      if (speakerOf || !layout.speakers) return speakerOf !== undefined;
      speakersComing ??= readSpeakers(layout.speakers, articles).then(found => {
        speakerOf = found;
        speakersComing = undefined;
        return found !== undefined;
      });
      return speakersComing;
    };
    parts.push({ pieces, segment, bringSpeakers });
    if (layout.frames) frames.push(framesOfLayout(layout.frames, segment, [...layout.dead.chunks, weight].join()));
  }
  await sweepResident(resident, layouts, isShelved);
  return {
    segments: parts.map(({ segment }) => segment),
    frames,
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
    async bringSlowly(needsOf) {
      await Promise.all(
        parts.map(async ({ segment, pieces }) => {
          const needs = [...needsOf(segment)];
          for (let at = 0; at < needs.length; at += SLOWLY) await pieces.bring(needs.slice(at, at + SLOWLY));
        }),
      );
    },
    bringSpeakers: async () => (await Promise.all(parts.map(part => part.bringSpeakers()))).every(Boolean),
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
