import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { RawArticle } from '../../../engine/article/article';
import type { Format, RawEntry } from '../format';
import { limits } from '../limits';
import { systemError } from '../readBytes';
import type { Source } from '../source';
import { UnreadableFileError } from '../unreadableFile';
import { articleOf } from './columns';
import { decodedLines } from './decodedLines';

/**
 * A collection: one article a line, `{"title", "date", "speaker", "text"}` or under the
 * Chinese names of `columns.ts`, gzipped or not. The entry of an article is
 * the 0-based number of its line; a bad line is reported and left out.
 */
export const jsonl: Format = {
  isText: false,
  isCollection: true,
  async *read({ source, maxFileBytes = limits.collectionBytes }) {
    const { path } = source;
    try {
      for await (const { number, line } of decodedLines(path, await bytesOf(source, maxFileBytes))) {
        const entry = line === null ? tooLong(number) : readLine(number, line);
        if (entry) yield entry;
      }
    } catch (error) {
      throw gzipError(path, error) ?? systemError(path, error);
    }
  },
};

/** Expanded at a time: each time another thread is asked, and the default of 16 kB is asked for ten thousand times. */
const EXPANDED_BYTES = 1 << 18;

async function bytesOf(source: Source, maxBytes: number): Promise<AsyncIterable<Buffer>> {
  const packed = source.stream(maxBytes);
  const [first, second] = await source.range(0, 2);
  if (first !== 0x1f || second !== 0x8b) return packed;
  const expanded = createGunzip({ chunkSize: EXPANDED_BYTES });
  const file = Readable.from(packed, { objectMode: false });
  file.on('error', error => expanded.destroy(error));
  return limited(source.path, file.pipe(expanded));
}

/** Stops a gzip that expands without end. */
async function* limited(path: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limits.expandedCollectionBytes) {
      throw new UnreadableFileError(path, {
        zh: '文件解压后过大，已停止读取；请拆成几个文件',
        en: 'the file expands to too much; split it into several',
      });
    }
    yield chunk;
  }
}

function readLine(entry: number, line: string): RawEntry | null {
  if (line.trim() === '') return null;
  const value = parsed(line);
  if (value === undefined) {
    return problem(entry, '不是有效的 JSON，可能没有写完', 'is no valid JSON; it may have been cut off');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return problem(entry, '不是一个 JSON 对象', 'is no JSON object');
  }
  const raw = articleOf(Object.entries(value)) ?? articleWithin(value);
  return raw ? { entry, raw } : problem(entry, '没有 text 字段，或其内容为空', 'has no field "text", or nothing in it');
}

/** `{"data": {"title": …}}`: answers of programs put the article one level down. */
function articleWithin(value: object): RawArticle | null {
  for (const inner of Object.values(value) as unknown[]) {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) continue;
    const raw = articleOf(Object.entries(inner));
    if (raw) return raw;
  }
  return null;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function tooLong(entry: number): RawEntry {
  return problem(entry, '太长，疑似没有换行', 'is too long; line breaks may be missing');
}

function problem(entry: number, zh: string, en: string): RawEntry {
  const number = entry + 1;
  return { entry, problem: { zh: `第 ${number} 行${zh}，已跳过`, en: `line ${number} ${en}; it was skipped` } };
}

function gzipError(path: string, error: unknown): UnreadableFileError | null {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (!/^Z_/.test(code)) return null;
  const reason = {
    zh: '压缩文件已损坏或不完整，请重新下载或压缩',
    en: 'the gzip file is damaged or incomplete; download or compress it again',
  };
  return new UnreadableFileError(path, reason, { cause: error });
}
