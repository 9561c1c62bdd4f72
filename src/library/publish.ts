import { randomUUID } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blocksOf, framesName, listFrames, readFramesFile } from '../corpus/index/framesFile';
import { type Manifest, totals } from '../corpus/index/manifest';
import { INDEX_VERSION, readManifest } from '../corpus/index/manifestFile';
import { segmentPath } from '../corpus/index/segmentBytes';
import { writeAtomic } from '../corpus/storage/writeAtomic';
import { sendLayouts } from './blocks/sendLayouts';
import { fileChunks, memoryChunks } from './chunks';
import { objectsOf, withCollection } from './collections';
import { packFiles } from './fileTable';
import type { Collection, Library, StoredObject } from './library';
import { decodeLibrary, encodeLibrary } from './libraryManifest';
import { libraryLimits } from './limits';
import { publishedFiles, weightsByName } from './publishedNames';
import { createSender, type Sender } from './sender';
import { type Store, StoreError } from './store/store';
import type { TransferProgress } from './transferProgress';

/** What is published, and how. */
export interface Publication {
  /** Absolute path of the folder of the index; nobody writes to it meanwhile. */
  readonly storage: string;
  /** Absolute paths of the files and folders that the index is of. */
  readonly corpus: readonly string[];
  /** Of the library; by default as it was. */
  readonly name?: string | undefined;
  readonly licence?: string | undefined;
  /** How much articles of a folder of the corpus count, by its path, 0.01 to 100; by default as it was. */
  readonly weights?: Readonly<Record<string, number>> | undefined;
  /** Send everything, whatever the store says it has: for one in which objects were damaged. */
  readonly again?: boolean | undefined;
  /** Lay it out for readers that read on demand, too? By default where it is so large that some will. */
  readonly blocks?: boolean | undefined;
}

/** What became of it. */
export interface Published {
  readonly library: Library;
  /** Bytes that had to be sent. */
  readonly sent: number;
  /** How often another publisher was first, and the library was merged anew. */
  readonly merges: number;
}

/**
 * Publishes an index as a collection of a library. Objects first, the manifest last: whoever reads sees the old version or the
 * new one, whole, whatever becomes of the publisher; begun again, what was sent already is not sent again. Collections of other
 * publishers stay. Throws `StoreError`, and what reading the index throws.
 */
export async function publish(
  store: Store,
  publication: Publication,
  progress: (progress: TransferProgress) => void = () => undefined,
): Promise<Published> {
  const manifest = await readManifest(publication.storage);
  if (typeof manifest === 'string') throw new StoreError(noIndex(publication.storage));
  const id = await publisherId(publication.storage);
  let found = await readLibrary(store);
  const sender = createSender(store, publication.again ?? false);
  const mine = found.library?.collections.find(collection => collection.id === id);
  const before = publication.again ? undefined : mine;
  const sending = { ...publication, id, manifest };
  const weights = publication.weights ? weightsByName(publication.corpus, publication.weights) : mine?.weights;
  const own = { ...(await send(sender, { ...sending, before }, progress)), ...(weights && { weights }) };
  for (let merges = 0; merges < libraryLimits.mergeTries; merges++) {
    const now = Date.now();
    const library = withCollection(found.library, own, publication, now);
    const stays = new Set(library.retired.map(({ name }) => name));
    const dropped = (found.library?.retired ?? []).filter(({ name }) => !stays.has(name));
    const version = await store.replaceManifest(encodeLibrary(library, INDEX_VERSION), found.version);
    if (version !== null) {
      // Another publisher may have removed, as out of use, what was there when we looked.
      if (await lacksAny(store, objectsOf([own])))
        await send(sender, { ...sending, before: undefined }, () => undefined);
      // What was out of use may be wanted again.
      const named = objectsOf(library.collections);
      for (const { name } of dropped) if (!named.has(name)) await store.removeObject(name);
      return { library, sent: sender.sent(), merges };
    }
    found = await readLibrary(store);
  }
  throw new StoreError(contested(store.target));
}

/** The library that is there; `version` null: there is none yet. */
async function readLibrary(store: Store): Promise<{ library: Library | null; version: string | null }> {
  const stored = await store.readManifest().catch(error => {
    // The folder is made when there is something to put into it.
    if (error.cause?.code === 'ENOENT') return null;
    throw error;
  });
  if (stored === null || stored === 'same') return { library: null, version: null };
  const library = decodeLibrary(stored.bytes, INDEX_VERSION);
  if ('zh' in library) throw new StoreError(library);
  return { library, version: stored.version };
}

async function lacksAny(store: Store, names: Iterable<string>): Promise<boolean> {
  for (const name of names) if (!(await store.hasObject(name))) return true;
  return false;
}

interface Sending extends Publication {
  readonly id: string;
  readonly manifest: Manifest;
  /** What is known to be in the store. */
  readonly before: Collection | undefined;
}

async function send(
  sender: Sender,
  { storage, corpus, id, manifest, before, blocks }: Sending,
  progress: (progress: TransferProgress) => void,
): Promise<Omit<Collection, 'slot'>> {
  const known = new Map(before?.segments.map(segment => [segment.id, segment]));
  const { articles, characters, indexBytes: bytesFound } = totals(manifest);
  let bytesDone = 0;
  const done = (bytes: number) => {
    bytesDone += bytes;
    progress({ bytesDone, bytesFound });
  };
  const mined = await listFrames(storage);
  const segments = [];
  for (const { id: segment, characters, articles } of manifest.segments) {
    const same = known.get(segment);
    const object = same ?? (await sendFile(sender, segmentPath(storage, segment), done));
    if (same) done(same.bytes);
    const frames: StoredObject[] = [];
    for (const name of blocksOf([{ id: segment, characters }]).map(framesName))
      frames.push(mined.has(name) ? await sendFrames(sender, join(storage, name)) : NOTHING);
    segments.push({ id: segment, bytes: object.bytes, chunks: object.chunks, characters, articles, frames });
  }
  const { folders, files } = publishedFiles(manifest, corpus);
  const packed = await packFiles(files);
  const chunks: string[] = [];
  for (const chunk of memoryChunks(packed)) chunks.push(await sender.send(chunk));
  const isLaidOut = blocks ?? characters >= libraryLimits.laidOutFrom;
  const laidOut = { storage, manifest, files, folders, before: before?.blocks ?? [] };
  return {
    id,
    published: Date.now(),
    folders,
    articles,
    characters,
    segments,
    files: { bytes: packed.length, chunks },
    ...(isLaidOut && { blocks: await sendLayouts(sender, laidOut) }),
  };
}

const NOTHING: StoredObject = { bytes: 0, chunks: [] };

/** What no reader would take is left out. */
async function sendFrames(sender: Sender, path: string): Promise<StoredObject> {
  const isFit = Array.isArray(await readFramesFile(path, libraryLimits.unpackedFramesBytes));
  const sent = isFit ? await sendFile(sender, path, () => undefined) : NOTHING;
  return sent.bytes <= libraryLimits.framesBytes ? sent : NOTHING;
}

async function sendFile(sender: Sender, path: string, done: (bytes: number) => void): Promise<StoredObject> {
  const chunks: string[] = [];
  let bytes = 0;
  const file = await open(path, 'r');
  try {
    for await (const chunk of fileChunks(file)) {
      chunks.push(await sender.send(chunk));
      bytes += chunk.length;
      done(chunk.length);
    }
  } finally {
    await file.close();
  }
  return { bytes, chunks };
}

const PUBLISHER = 'publisher.json';

/** Whoever publishes from this index again replaces what was published from it before. */
async function publisherId(storage: string): Promise<string> {
  const path = join(storage, PUBLISHER);
  const known = await readFile(path, 'utf8').then(
    text => (JSON.parse(text) as { id?: unknown }).id,
    () => undefined,
  );
  if (typeof known === 'string' && /^[\w-]{8,64}$/.test(known)) return known;
  const id = randomUUID();
  await writeAtomic(path, [Buffer.from(JSON.stringify({ id }))]);
  return id;
}

const noIndex = (storage: string) => ({
  zh: `${storage} 里没有可以发布的索引`,
  en: `There is no index in ${storage} that could be published`,
});
const contested = (target: string) => ({
  zh: `资料库 ${target} 一直有别人在发布，没有完成。请稍后再试。`,
  en: `Others keep publishing to the library ${target}: it was not done. Try again later.`,
});
