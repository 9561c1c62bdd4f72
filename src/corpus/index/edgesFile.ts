import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EdgeColumns } from '../../engine/recurring/edgeColumns';
import { crc32 } from '../storage/checksum';
import { writeAtomic } from '../storage/writeAtomic';

/** Goes up whenever the same text has other edges or forms: then they are made anew. */
const VERSION = 1;
const HEAD_BYTES = 16;

/** Name of the file beside a segment that holds its edges. They can be made again at any time, so that losing one loses nothing. */
export function edgesName(segment: string): string {
  return `${segment}.${VERSION}.edges`;
}

/** Writes the edges of the articles of a segment beside it. Throws what the file system throws. */
export async function writeEdges(storage: string, segment: string, edges: EdgeColumns): Promise<void> {
  const { forms, starts, clusters, traits } = edges;
  const columns = [forms, starts, clusters, traits].map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  const head = new Uint32Array(HEAD_BYTES / 4);
  head.set([columns.reduce((sum, bytes) => crc32(bytes, sum), 0), clusters.length, forms.length]);
  await writeAtomic(join(storage, edgesName(segment)), [new Uint8Array(head.buffer), ...columns]);
}

/** What `writeEdges` wrote; null where it is not there, or damaged. */
export async function readEdges(storage: string, segment: string): Promise<EdgeColumns | null> {
  const bytes = await readFile(join(storage, edgesName(segment))).catch(() => null);
  if (!bytes || bytes.length < HEAD_BYTES) return null;
  const { buffer } = Uint8Array.from(bytes); // aligned
  const [checksum = 0, articles = 0, count = 0] = new Uint32Array(buffer, 0, HEAD_BYTES / 4);
  if (bytes.length !== HEAD_BYTES + 8 * count + 4 * (articles + 1) + 4 * articles + count) return null;
  if (crc32(new Uint8Array(buffer, HEAD_BYTES)) !== checksum) return null;
  const startsAt = HEAD_BYTES + 8 * count;
  const clustersAt = startsAt + 4 * (articles + 1);
  return {
    forms: new Float64Array(buffer, HEAD_BYTES, count),
    starts: new Int32Array(buffer, startsAt, articles + 1),
    clusters: new Int32Array(buffer, clustersAt, articles),
    traits: new Uint8Array(buffer, clustersAt + 4 * articles, count),
  };
}
