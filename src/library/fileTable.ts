import { posix } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGunzip, gzip } from 'node:zlib';
import * as v from 'valibot';
import { isName } from './folderNames';
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
const row = v.object({
  path: v.pipe(v.string(), v.maxLength(4096), v.check(isInside)),
  size: count,
  mtimeMs: v.number(),
  hash: v.pipe(v.string(), v.maxLength(128)),
  articles: count,
  characters: count,
  spans: v.array(v.object({ segment: count, first: count, count })),
});

/** Every part of it is a plain name: it leads nowhere but below. */
export function isInside(path: string): boolean {
  return posix.normalize(path) === path && path.split('/').every(isName);
}

/** The table of files as an object of a library: JSON with a file a line, packed. */
export function packFiles(files: readonly PublishedFile[]): Promise<Uint8Array> {
  const rows = files.map(file => JSON.stringify(file)).join(',\n');
  return promisify(gzip)(Buffer.from(`[\n${rows}\n]\n`));
}

/**
 * Reads it again, line by line: however much it unpacks to, a line of it and the files themselves are all that is in memory.
 * `null` where it is not such a table, or would be larger than one of so many articles: each of its files has one at least.
 */
export async function unpackFiles(packed: Uint8Array, articles: number): Promise<readonly PublishedFile[] | null> {
  try {
    const files: PublishedFile[] = [];
    for await (const line of linesOf(Readable.from([packed]).pipe(createGunzip()), articles)) {
      if (line === '[' || line === ']' || line === '') continue;
      files.push(v.parse(row, JSON.parse(line.replace(/,$/, ''))));
    }
    return files;
  } catch {
    return null;
  }
}

/** Throws where there are too many bytes, too many lines, or too many bytes in one. */
async function* linesOf(bytes: AsyncIterable<Uint8Array>, articles: number): AsyncGenerator<string> {
  const { fileRowBytes } = libraryLimits;
  const mostLines = 3 + Math.min(libraryLimits.mostFiles, articles);
  const mostBytes = Math.min(
    libraryLimits.fileTableBytes,
    fileRowBytes + articles * libraryLimits.fileTableBytesPerArticle,
  );
  const decoder = new TextDecoder();
  let found = 0;
  let lineCount = 0;
  let rest = '';
  for await (const piece of bytes) {
    found += piece.length;
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop()!;
    lineCount += lines.length;
    if (found > mostBytes || rest.length > fileRowBytes || lineCount > mostLines) throw new RangeError();
    yield* lines;
  }
  yield rest;
}
