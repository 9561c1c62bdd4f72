import type { ArticleOwner } from '../../engine/index/articles/articleTable';
import { DamagedSegmentError } from '../../engine/index/columns/segmentCodec';
import type { CorpusView, Segment } from '../../engine/index/segment';
import { EMPTY_MANIFEST, type Manifest, ownersBySegment, totals, withoutSegments } from './manifest';
import { type ManifestProblem, readManifest } from './manifestFile';
import { PageCache } from './pageCache';
import { openSegmentFile, type Residence, type SegmentSource } from './segmentFile';

/** How an index is opened: what of it is held in memory. */
export interface OpenOptions {
  /**
   * Memory for the index. One that is larger stays on disk: first its suffixes, then also its text. Default 60 MB, which holds
   * some 10 million characters whole, and the text of 25 million: then a server over 58 million takes some 150 MB in all.
   */
  readonly memoryBytes?: number | undefined;
  /** Of this, memory for pages of what is on disk. Default: a quarter of it where the text is on disk, too, else 10 MB. */
  readonly cacheBytes?: number | undefined;
  /** Added to the numbers of near-duplicates, so that those of another index are others. Default 0. */
  readonly clusterBase?: number;
  /** Segments already known to be damaged: they are not opened. */
  readonly lost?: ReadonlySet<string>;
}

/** The index as one manifest says it is: immutable, so that a query under way is never disturbed. */
export interface OpenIndex {
  readonly view: CorpusView;
  readonly manifest: Manifest;
  /** Why there was no manifest to read, if so. */
  readonly problem: ManifestProblem | null;
  /** Segments that are named but damaged or missing: the builder makes their files be read again. */
  readonly damaged: ReadonlySet<string>;
  readonly parts: ReadonlyMap<string, OpenPart>;
  readonly cache: PageCache;
  readonly residence: Residence;
  /** Closes its files, but for those that `successor` goes on using. */
  close(successor?: OpenIndex): Promise<void>;
}

interface OpenPart {
  readonly source: SegmentSource;
  readonly owners: readonly ArticleOwner[];
  readonly segment: Segment;
}

const MEGABYTE = 1_000_000;
const MEMORY_BYTES = 60 * MEGABYTE;
/** Enough where only suffixes are on disk: a search reads them side by side. */
const SUFFIX_CACHE_BYTES = 10 * MEGABYTE;
/** A writer may replace a segment between our reading of the manifest and of the file: then there is a newer manifest. */
const TRIES = 5;

/**
 * Opens the index of a storage folder for reading. What `previous` has open already is taken over.
 *
 * @example const { view } = await openIndex('/home/li/.fanben');
 */
export async function openIndex(storage: string, options: OpenOptions = {}, previous?: OpenIndex): Promise<OpenIndex> {
  for (let attempt = 1; ; attempt++) {
    const index = await openOnce(storage, options, previous);
    if (index.damaged.size === 0 || attempt === TRIES) return index;
    const newer = await readManifest(storage);
    if (typeof newer === 'string' || sameSegments(newer, index.damaged)) return index;
    await index.close(previous);
  }
}

async function openOnce(storage: string, options: OpenOptions, previous?: OpenIndex): Promise<OpenIndex> {
  const read = await readManifest(storage);
  const named = typeof read === 'string' ? EMPTY_MANIFEST : read;
  const { memoryBytes = MEMORY_BYTES, cacheBytes, lost, clusterBase = 0 } = options;
  const residence = residenceOf(named, memoryBytes, cacheBytes ?? SUFFIX_CACHE_BYTES);
  const cache =
    previous?.residence === residence ? previous.cache : new PageCache(cacheSize(residence, cacheBytes, memoryBytes));
  const owners = ownersBySegment(named);
  const damaged = new Set<string>();
  const parts = new Map<string, OpenPart>();
  for (const { id, clusterBase: own = 0 } of named.segments) {
    const open = () => openSegmentFile(storage, id, residence, cache, clusterBase + own);
    const part = lost?.has(id) ? null : await openPart(previous?.parts.get(id), residence, owners.get(id) ?? [], open);
    if (part) parts.set(id, part);
    else damaged.add(id);
  }
  return {
    view: [...parts.values()].map(({ segment }) => segment),
    manifest: damaged.size > 0 ? withoutSegments(named, damaged) : named,
    problem: typeof read === 'string' ? read : null,
    damaged,
    parts,
    cache,
    residence,
    async close(successor) {
      const kept = new Set([...(successor?.parts.values() ?? [])].map(({ source }) => source));
      await Promise.all([...parts.values()].map(({ source }) => (kept.has(source) ? undefined : source.close())));
    },
  };
}

function residenceOf(manifest: Manifest, memoryBytes: number, cacheBytes: number): Residence {
  const { indexBytes } = totals(manifest);
  if (indexBytes <= memoryBytes) return 'memory';
  const textBytes = 2 * manifest.segments.reduce((sum, { characters }) => sum + characters, 0);
  return textBytes + cacheBytes <= memoryBytes ? 'text' : 'disk';
}

/** Bytes: what is whole in memory needs no pages. */
function cacheSize(residence: Residence, cacheBytes: number | undefined, memoryBytes: number): number {
  if (residence === 'memory') return 0;
  return cacheBytes ?? (residence === 'disk' ? memoryBytes / 4 : SUFFIX_CACHE_BYTES);
}

/** Takes over what is open, else opens; `null` where the file is damaged or gone. */
async function openPart(
  known: OpenPart | undefined,
  residence: Residence,
  owners: readonly ArticleOwner[],
  open: () => Promise<SegmentSource>,
): Promise<OpenPart | null> {
  const usable = known?.source.residence === residence ? known : undefined;
  if (usable && sameOwners(usable.owners, owners)) return usable;
  try {
    const source = usable?.source ?? (await open());
    return { source, owners, segment: source.segment(owners) };
  } catch (error) {
    if (error instanceof DamagedSegmentError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error; // out of file handles, no permission: reading the corpus again would not help
  }
}

function sameOwners(a: readonly ArticleOwner[], b: readonly ArticleOwner[]): boolean {
  return (
    a.length === b.length &&
    a.every((owner, i) => {
      const other = b[i]!;
      return owner.first === other.first && owner.count === other.count && owner.path === other.path;
    })
  );
}

function sameSegments(manifest: Manifest, damaged: ReadonlySet<string>): boolean {
  return manifest.segments.some(({ id }) => damaged.has(id));
}
