import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { EdgeColumns } from '../../engine/recurring/edgeColumns';
import { crc32 } from '../storage/checksum';
import { writeAtomic } from '../storage/writeAtomic';

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

/** Goes up whenever the same text has other edges or forms, or they lie otherwise: then they are made anew. */
const VERSION = 2;
/** Checksum of what is deflated, articles, forms, 0: u32 each. */
const HEAD_BYTES = 16;
/** Of each form its upper 32 bits, its lower 16 and its traits. */
const FORM_BYTES = 4 + 2 + 1;
/** Of each article where its forms begin, and its cluster; one beginning more. */
const ARTICLE_BYTES = 4 + 4;
const LOWER = 0x10000;

/** Name of the file beside a segment that holds its edges. They can be made again at any time, so that losing one loses nothing. */
export function edgesName(segment: string): string {
  return `${segment}.${VERSION}.edges`;
}

/** Writes the edges of the articles of a segment beside it. Throws what the file system throws. */
export async function writeEdges(storage: string, segment: string, edges: EdgeColumns): Promise<void> {
  const { forms, starts, clusters, traits } = edges;
  const upper = Uint32Array.from(forms, form => Math.floor(form / LOWER));
  const lower = Uint16Array.from(forms, form => form % LOWER);
  const bytes = await pack(Buffer.concat([upper, starts, clusters, lower, traits].map(bytesOf)), { level: 6 });
  const head = Uint32Array.of(crc32(bytes), clusters.length, forms.length, 0);
  await writeAtomic(join(storage, edgesName(segment)), [bytesOf(head), bytes]);
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

/** What `writeEdges` wrote; null where it is not there, or damaged. */
export async function readEdges(storage: string, segment: string): Promise<EdgeColumns | null> {
  const file = await readFile(join(storage, edgesName(segment))).catch(() => null);
  if (!file || file.length < HEAD_BYTES) return null;
  const [checksum = 0, articles = 0, count = 0] = new Uint32Array(Uint8Array.from(file.subarray(0, HEAD_BYTES)).buffer);
  const packed = file.subarray(HEAD_BYTES);
  if (crc32(packed) !== checksum) return null;
  const most = FORM_BYTES * count + ARTICLE_BYTES * articles + 4;
  const bytes = await unpack(packed, { maxOutputLength: most }).catch(() => null);
  if (bytes?.length !== most) return null;
  const { buffer } = Uint8Array.from(bytes); // aligned
  const startsAt = 4 * count;
  const clustersAt = startsAt + 4 * (articles + 1);
  const lowerAt = clustersAt + 4 * articles;
  const upper = new Uint32Array(buffer, 0, count);
  const lower = new Uint16Array(buffer, lowerAt, count);
  return {
    forms: Float64Array.from(upper, (bits, i) => bits * LOWER + lower[i]!),
    starts: new Int32Array(buffer, startsAt, articles + 1),
    clusters: new Int32Array(buffer, clustersAt, articles),
    traits: new Uint8Array(buffer, lowerAt + 2 * count, count),
  };
}
