import { createHash } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { openIndex } from '../../corpus/index/indexStore';
import type { Manifest } from '../../corpus/index/manifest';
import { encodeBlockIndex, HASH_BYTES } from '../../engine/index/blocks/blockIndex';
import { type LaidOut, layOut } from '../../engine/index/blocks/layOut';
import { bitBytes, setBit } from '../../engine/index/columns/bits';
import type { CorpusView, Segment } from '../../engine/index/segment';
import { memoryChunks } from '../chunks';
import type { PublishedFile } from '../fileTable';
import type { BlockLayout, StoredObject } from '../libraryManifest';
import { libraryLimits } from '../limits';
import type { Sender } from '../sender';
import { planLayouts } from './planLayouts';

export interface LaidOutIndex {
  /** Absolute path of the folder of the index. */
  readonly storage: string;
  readonly manifest: Manifest;
  /** Its files, as they are called in the library. */
  readonly files: readonly PublishedFile[];
  /** Layouts that are in the library already. */
  readonly before: readonly BlockLayout[];
}

/**
 * Lays out the segments of an index for readers that read on demand, and sends what is not there. What was laid out before stays, but for which of
 * its articles are dead.
 */
export async function sendLayouts(
  sender: Sender,
  { storage, manifest, files, before }: LaidOutIndex,
): Promise<BlockLayout[]> {
  const index = await openIndex(storage);
  try {
    const numbers = new Map(index.view.map((segment, number) => [segment.id, number]));
    const paths = pathsOf(index.view, manifest, files);
    const { kept, made } = planLayouts(before, manifest.segments);
    const layouts: BlockLayout[] = [];
    for (const layout of kept) layouts.push({ ...layout, dead: await sendDead(sender, segmentsOf(layout.segments)) });
    for (const { segments, characters } of made) {
      const laid = segmentsOf(segments);
      const pathOf = (segment: number, article: number) => paths[numbers.get(segments[segment]!)!]![article] ?? GONE;
      const sent = await sendLayout(sender, laid, pathOf);
      layouts.push({ segments, characters, ...sent, dead: await sendDead(sender, laid) });
    }
    return layouts;

    function segmentsOf(ids: readonly string[]): Segment[] {
      return ids.map(id => index.view[numbers.get(id)!]!);
    }
  } finally {
    await index.close();
  }
}

/** What the file of a dead article is called: nobody is ever told. */
const GONE = 'removed';

/** By segment and article. */
function pathsOf(view: CorpusView, { segments }: Manifest, files: readonly PublishedFile[]): (string | undefined)[][] {
  const paths = view.map(({ articleCount }) => new Array<string | undefined>(articleCount));
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

/** Which articles were replaced or removed since they were sorted. */
function sendDead(sender: Sender, segments: readonly Segment[]): Promise<StoredObject> {
  const dead = new Uint8Array(bitBytes(segments.reduce((sum, { articleCount }) => sum + articleCount, 0)));
  let at = 0;
  for (const segment of segments)
    for (let article = 0; article < segment.articleCount; article++, at++)
      if (segment.isDead(article)) setBit(dead, at);
  return sendPacked(sender, dead);
}

async function sendPacked(sender: Sender, bytes: Uint8Array): Promise<StoredObject> {
  const packed = deflateRawSync(bytes);
  const chunks: string[] = [];
  for (const chunk of memoryChunks(packed)) chunks.push(await sender.send(chunk));
  return { bytes: packed.length, chunks };
}
