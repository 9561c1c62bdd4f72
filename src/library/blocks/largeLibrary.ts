import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { INDEX_VERSION } from '../../corpus/index/manifestFile';
import { writeAtomic } from '../../corpus/storage/writeAtomic';
import { nameOf } from '../chunks';
import { libraryTotals } from '../collections';
import type { Library } from '../library';
import { decodeLibrary } from '../libraryManifest';
import { libraryLimits } from '../limits';
import { wantedBeyondRoom } from '../replica/diskRoom';
import type { LargeLibrary } from '../replicate';
import { openPieceCache } from './pieceCache';
import { createPieceMemory } from './pieceMemory';
import { isLaidOut, type OnDemand, type OnDemandOptions, readOnDemand } from './readOnDemand';

/** What is here of a library that is too large to be replicated. */
export interface LargeReader {
  /** The library as it is read now; undefined where it is replicated, or not known yet. */
  library(): Library | undefined;
  /** Version of its manifest in the store. */
  version(): string | undefined;
  demand(): OnDemand | undefined;
  /** Reads another version from now on. Throws `StoreError` where it cannot be read: the one before stays. */
  take(found: LargeLibrary): Promise<void>;
  /** The library is replicated: nothing of this stays here. */
  leave(): Promise<void>;
  /** Resolves when nothing is being written here any more. */
  settled(): Promise<void>;
}

/** What is read on demand, where it is kept, and how much of it. */
export interface LargeReaderOptions
  extends Pick<
    OnDemandOptions,
    'folder' | 'clusterBase' | 'weight' | 'residentCharacters' | 'store' | 'heard' | 'signal' | 'gate'
  > {
  /** A library of more characters is read on demand. */
  readonly replicatedCharacters?: number | undefined;
  /** On disk, in bytes; 500 MB by default. */
  readonly cacheBytes?: number | undefined;
  /** In memory, in bytes; 48 MB by default. */
  readonly memoryBytes?: number | undefined;
}

const CACHE_BYTES = 500_000_000;
const MEMORY_BYTES = 48_000_000;
const SAVED = 'library.json';
const VERSION = 'library.version';

/** Opens what is here from the last time, if anything: it answers also where the store cannot be reached. */
export async function openLargeReader(options: LargeReaderOptions): Promise<LargeReader> {
  const { folder, cacheBytes = CACHE_BYTES, memoryBytes = MEMORY_BYTES } = options;
  const pieces = join(folder, 'pieces');
  const memory = createPieceMemory(memoryBytes);
  let cache: Awaited<ReturnType<typeof openPieceCache>> | undefined;
  let now: { library: Library; version: string; demand: OnDemand } | undefined;
  const open = async (library: Library, version: string) => {
    cache ??= await openPieceCache(pieces, cacheBytes);
    now = { library, version, demand: await readOnDemand(library, { ...options, memory, cache }) };
  };
  const [saved, version] = await Promise.all(
    [SAVED, VERSION].map(name => readFile(join(folder, name)).catch(() => null)),
  );
  if (saved && version) {
    const [known = '', hash] = version.toString('utf8').split('\n');
    const library = hash === nameOf(saved) ? decodeLibrary(saved, INDEX_VERSION) : null;
    // What is not here of it is asked for when the store is.
    if (library && !('zh' in library) && (await isTooLarge(library, folder, options.replicatedCharacters)))
      await open(library, known).catch(() => undefined);
  }
  return {
    library: () => now?.library,
    version: () => now?.version,
    demand: () => now?.demand,
    async take({ library, stored }) {
      await open(library, stored.version);
      await writeAtomic(join(folder, SAVED), [stored.bytes]);
      await writeAtomic(join(folder, VERSION), [Buffer.from(`${stored.version}\n${nameOf(stored.bytes)}`)]);
    },
    settled: async () => cache?.settled(),
    async leave() {
      if (!now && !saved) return;
      now = undefined;
      await cache?.settled();
      for (const name of [SAVED, VERSION, 'pieces', 'resident'])
        await rm(join(folder, name), { recursive: true, force: true });
    },
  };
}

/** Is a library to be read on demand: so large that nobody wants all of it, or larger than the disk has room for? */
export async function isTooLarge(
  library: Library,
  folder: string,
  mostCharacters: number = libraryLimits.replicatedCharacters,
): Promise<boolean> {
  if (!isLaidOut(library)) return false;
  return libraryTotals(library).characters > mostCharacters || (await wantedBeyondRoom(folder, library)) > 0;
}
