import { posix } from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import { isName } from './libraryManifest';
import { libraryLimits } from './limits';

/** A file of a collection, and where its articles are. What it was called on the machine of its publisher above the folder is nobody's business. */
export interface PublishedFile {
  /** `大会/2023/讲话.docx`: folder of the collection, then the path in it, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly hash: string;
  readonly articles: number;
  readonly characters: number;
  /** Articles by the number of their segment in the collection. */
  readonly spans: readonly { readonly segment: number; readonly first: number; readonly count: number }[];
}

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const table = v.array(
  v.object({
    path: v.pipe(v.string(), v.maxLength(4096), v.check(isInside)),
    size: count,
    mtimeMs: v.number(),
    hash: v.pipe(v.string(), v.maxLength(128)),
    articles: count,
    characters: count,
    spans: v.array(v.object({ segment: count, first: count, count })),
  }),
);

/** Every part of it is a plain name: it leads nowhere but below. */
function isInside(path: string): boolean {
  return posix.normalize(path) === path && path.split('/').every(isName);
}

/** The table of files as an object of a library: JSON, packed. */
export function packFiles(files: readonly PublishedFile[]): Promise<Uint8Array> {
  return promisify(gzip)(Buffer.from(JSON.stringify(files)));
}

/** Reads it again. `null` where it is not such a table, or would be larger than any. */
export async function unpackFiles(packed: Uint8Array): Promise<readonly PublishedFile[] | null> {
  try {
    const bytes = await promisify(gunzip)(packed, { maxOutputLength: libraryLimits.fileTableBytes });
    const read = v.safeParse(table, JSON.parse(bytes.toString('utf8')));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
