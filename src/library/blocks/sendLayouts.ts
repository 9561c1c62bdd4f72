import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { openIndex } from '../../corpus/index/indexStore';
import type { Manifest } from '../../corpus/index/manifest';
import { readStoredFrames } from '../../corpus/index/storedFrames';
import { encodeBlockIndex, HASH_BYTES } from '../../engine/index/blocks/blockIndex';
import { type LaidOut, layOut } from '../../engine/index/blocks/layOut';
import { bitBytes, setBit } from '../../engine/index/columns/bits';
import type { CorpusView, Segment } from '../../engine/index/segment';
import { memoryChunks } from '../chunks';
import type { PublishedFile } from '../fileTable';
import type { BlockLayout, StoredObject } from '../library';
import { libraryLimits } from '../limits';
import type { Sender } from '../sender';
import { encodeFolders } from './folderColumn';
import { layoutFrames, packLayoutFrames, unpackLayoutFrames } from './layoutFrames';
import { planLayouts } from './planLayouts';
import { encodeSpeakers } from './speakerColumn';

/** An index to lay out, and what the library has of it. */
export interface LaidOutIndex {
  /** Absolute path of the folder of the index. */
  readonly storage: string;
  readonly manifest: Manifest;
  /** Its files, as they are called in the library. */
  readonly files: readonly PublishedFile[];
  /** Names of its folders. */
  readonly folders: readonly string[];
  /** Layouts that are in the library already. */
  readonly before: readonly BlockLayout[];
}

/**
 * Lays out the segments of an index for readers that read on demand, and sends what is not there. What was laid out before stays, but for which of
 * its articles are dead, in which folder each is, who spoke, and for its frames.
 */
export async function sendLayouts(
  sender: Sender,
  { storage, manifest, files, folders, before }: LaidOutIndex,
): Promise<BlockLayout[]> {
  const index = await openIndex(storage);
  try {
    const numbers = new Map(index.view.map((segment, number) => [segment.id, number]));
    const paths = pathsOf(index.view, manifest, files);
    const { kept, made } = planLayouts(before, manifest.segments);
    const layouts: BlockLayout[] = [];
    for (const layout of kept) layouts.push({ ...layout, ...(await sendArticles(layout.segments)) });
    for (const { segments, characters } of made) {
      const pathOf = (segment: number, article: number) => paths[numbers.get(segments[segment]!)!]![article] ?? GONE;
      const sent = await sendLayout(sender, segmentsOf(segments), pathOf);
      layouts.push({ segments, characters, ...sent, ...(await sendArticles(segments)) });
    }
    return layouts;

    async function sendArticles(ids: readonly string[]) {
      const ofArticles = ids.flatMap(id => paths[numbers.get(id)!]!);
      const frames = await framesOf(storage, segmentsOf(ids), ofArticles);
      return {
        dead: await sendDead(sender, segmentsOf(ids)),
        folders: await sendPacked(sender, encodeFolders(ofArticles, folders)),
        speakers: await sendPacked(sender, encodeSpeakers(speakersOf(segmentsOf(ids)))),
        ...(frames && { frames: await sendObject(sender, frames) }),
      };
    }

    function segmentsOf(ids: readonly string[]): Segment[] {
      return ids.map(id => index.view[numbers.get(id)!]!);
    }
  } finally {
    await index.close();
  }
}

/** Of dead articles nobody is told. */
const speakersOf = (segments: readonly Segment[]): (string | null)[] =>
  segments.flatMap(segment =>
    Array.from({ length: segment.articleCount }, (_, article) =>
      segment.isDead(article) ? null : segment.meta(article).speaker,
    ),
  );

/** What the file of a dead article is called: nobody is ever told. */
const GONE = 'removed';

/** By segment and article. */
function pathsOf(view: CorpusView, { segments }: Manifest, files: readonly PublishedFile[]): (string | undefined)[][] {
  const paths = view.map(({ articleCount }) => new Array<string | undefined>(articleCount).fill(undefined));
  const numbers = new Map(view.map(({ id }, number) => [id, number]));
  for (const { path, spans } of files)
    for (const { segment, first, count } of spans)
      paths[numbers.get(segments[segment]!.id)!]?.fill(path, first, first + count);
  return paths;
}

async function sendLayout(
  sender: Sender,
  segments: readonly Segment[],
  pathOf: (segment: number, article: number) => string,
): Promise<Pick<BlockLayout, 'index' | 'objects'>> {
  const bytes: number[] = [];
  const hashes: Uint8Array[] = [];
  const starts = [0];
  const objects: { name: string; bytes: number }[] = [];
  let waiting: Uint8Array[] = [];
  let length = 0;
  const close = async () => {
    if (waiting.length === 0) return;
    const object = Buffer.concat(waiting);
    objects.push({ name: await sender.send(object), bytes: object.length });
    starts.push(bytes.length);
    waiting = [];
    length = 0;
  };
  const steps = layOut(segments, pathOf);
  for (;;) {
    const { value, done } = steps.next();
    if (done) {
      await close();
      return { objects, index: await sendPacked(sender, encodeBlockIndex(withPieces(value, bytes, hashes, starts))) };
    }
    const packed = deflateRawSync(value);
    // No piece is in two objects: one request fetches it.
    if (length + packed.length > libraryLimits.chunkBytes) await close();
    waiting.push(packed);
    length += packed.length;
    bytes.push(packed.length);
    hashes.push(createHash('sha256').update(packed).digest().subarray(0, HASH_BYTES));
  }
}

const withPieces = (laid: LaidOut, bytes: number[], hashes: Uint8Array[], starts: number[]) => ({
  ...laid,
  pieceBytes: Uint32Array.from(bytes),
  pieceHashes: Buffer.concat(hashes),
  objectStarts: Uint32Array.from(starts),
});

/** The frames of these segments that are worth a look, packed; undefined where none were mined, or no reader would take them. */
async function framesOf(
  storage: string,
  segments: readonly Segment[],
  paths: readonly (string | undefined)[],
): Promise<Uint8Array | undefined> {
  const { frames, placeOf } = await readStoredFrames([{ storage, view: segments }]);
  const starts = new Map<Segment, number>();
  let start = 0;
  for (const segment of segments) {
    starts.set(segment, start);
    start += segment.articleCount;
  }
  const found = layoutFrames(frames, number => {
    const { segment, article } = placeOf(number)!;
    const own = starts.get(segment)! + article;
    const { entry, title, speaker, occasion } = segment.meta(article);
    const path = paths[own];
    return path === undefined ? null : { number: own, path, entry, title, speaker, occasion };
  });
  if (found.frames.length === 0) return undefined;
  const packed = await packLayoutFrames(found);
  return (await unpackLayoutFrames(packed, start)) ? packed : undefined;
}

/** Which articles were replaced or removed since they were sorted. */
function sendDead(sender: Sender, segments: readonly Segment[]): Promise<StoredObject> {
  const dead = new Uint8Array(bitBytes(segments.reduce((sum, { articleCount }) => sum + articleCount, 0)));
  let at = 0;
  for (const segment of segments)
    for (let article = 0; article < segment.articleCount; article++, at++)
      if (segment.isDead(article)) setBit(dead, at);
  return sendPacked(sender, dead);
}

const sendPacked = (sender: Sender, bytes: Uint8Array): Promise<StoredObject> =>
  sendObject(sender, deflateRawSync(bytes));

async function sendObject(sender: Sender, packed: Uint8Array): Promise<StoredObject> {
  const chunks: string[] = [];
  for (const chunk of memoryChunks(packed)) chunks.push(await sender.send(chunk));
  return { bytes: packed.length, chunks };
}
