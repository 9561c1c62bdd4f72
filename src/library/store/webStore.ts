import type { Readable } from 'node:stream';
import { nameOf } from '../chunks';
import { libraryLimits } from '../limits';
import { MANIFEST, objectPath, type Receiving, type Store, StoreError, storeErrors } from './store';

/** A request; the body of one is there whole. */
export interface Asked {
  readonly method?: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly signal?: AbortSignal;
}

/** What is answered: its body is read, or dropped. */
export interface Answer {
  readonly status: number;
  /** It is one of 200 to 299. */
  readonly ok: boolean;
  /** Its name in lower case. */
  header(name: string): string | null;
  readonly body: Readable;
  drop(): Promise<void>;
}

/** Sends a request, and follows no redirect; an object store signs it first. */
export type Send = (url: string, asked: Asked) => Promise<Answer>;

/** How a web server or a bucket is reached. */
export interface WebAccess {
  /** What the writer calls it. */
  readonly target: string;
  /** Address that names are put behind; ends with `/`. */
  readonly base: string;
  readonly send: Send;
  /** A web server takes no objects; a bucket does. */
  readonly canWrite: boolean;
}

/**
 * A library on a web server or in a bucket: the same requests, but for signatures. The manifest is replaced by a conditional PUT
 * (RFC 9110, 13.1): 412 says that somebody else was first. No redirect is followed: the address that is configured is the only one.
 */
export function webStore({ target, base, send, canWrite }: WebAccess): Store {
  const request = async (name: string, asked: Asked): Promise<Answer> => {
    try {
      return await send(base + name, {
        ...asked,
        signal: asked.signal ?? AbortSignal.timeout(libraryLimits.stalledMs),
      });
    } catch (error) {
      throw storeErrors.unreachable(target, error);
    }
  };
  /** Throws where the answer is none of `fine`. */
  const expect = async (response: Answer, ...fine: number[]): Promise<Answer> => {
    if (response.ok || fine.includes(response.status)) return response;
    await response.drop();
    const { status } = response;
    throw status === 401 || status === 403 ? storeErrors.refused(target, status) : storeErrors.failed(target, status);
  };
  const whole = async (
    name: string,
    most: number,
    headers: Record<string, string> = {},
    { signal, arrived }: Receiving = {},
  ) => {
    const stalled = new AbortController();
    const timer = setTimeout(() => stalled.abort(), libraryLimits.stalledMs);
    try {
      const response = await expect(
        await request(name, { headers, signal: signal ? AbortSignal.any([stalled.signal, signal]) : stalled.signal }),
        304,
        404,
      );
      const { status, ok } = response;
      // It was asked for as it is; what is packed nevertheless is not unpacked.
      if (PACKED.test(response.header('content-encoding') ?? '')) {
        await response.drop();
        throw storeErrors.wrong(target, name.replace(/^.*\//, ''));
      }
      const body = ok
        ? await boundedBody(
            response,
            most,
            () => storeErrors.tooLarge(target, name),
            bytes => {
              timer.refresh();
              arrived?.(bytes);
            },
          )
        : null;
      if (!ok) await response.drop();
      return { status, etag: ok ? response.header('etag') : null, bytes: body };
    } catch (error) {
      throw error instanceof StoreError ? error : storeErrors.unreachable(target, error);
    } finally {
      clearTimeout(timer);
    }
  };
  const put = async (name: string, bytes: Uint8Array, headers: Record<string, string>, ...fine: number[]) => {
    if (!canWrite) throw storeErrors.readOnly(target);
    const asked: Asked = {
      method: 'PUT',
      body: Buffer.from(bytes),
      headers,
      signal: AbortSignal.timeout(patience(bytes.length)),
    };
    return expect(await request(name, asked), ...fine);
  };
  const manifest = (known?: string) => {
    const condition: Record<string, string> = known === undefined ? {} : { 'if-none-match': known };
    return whole(MANIFEST, libraryLimits.manifestBytes, { 'cache-control': 'no-cache', ...condition });
  };
  const replace = async (bytes: Uint8Array, condition: Record<string, string>): Promise<string | null> => {
    const headers = { ...condition, 'content-type': 'application/json' };
    const response = await put(MANIFEST, bytes, headers, 404, 409, 412);
    await response.drop();
    return response.ok ? (response.header('etag') ?? '') : null;
  };
  const isStill = async (version: string): Promise<boolean> => {
    const { status, etag } = await manifest(version);
    return status === 304 || etag === version;
  };
  return {
    target,
    async readManifest(known) {
      const { status, etag, bytes } = await manifest(known);
      if (status === 304) return 'same';
      if (!bytes) return null;
      // A server without versions: what it has is the version.
      const version = etag ?? nameOf(bytes);
      return version === known ? 'same' : { bytes, version };
    },
    async replaceManifest(bytes, read) {
      if (read === null) return replace(bytes, { 'if-none-match': '*' });
      const version = await replace(bytes, { 'if-match': read });
      // Older Ceph compares with the version as it keeps it, without quotes; where it says no although it is that version, it is asked so.
      if (version !== null || !/^".*"$/.test(read) || !(await isStill(read))) return version;
      return replace(bytes, { 'if-match': read.slice(1, -1) });
    },
    readObject: async (name, most, receiving) => (await whole(objectPath(name), most, {}, receiving)).bytes,
    async readRange(name, from, length) {
      const headers = { range: `bytes=${from}-${from + length - 1}` };
      const { status, bytes } = await whole(objectPath(name), libraryLimits.chunkBytes, headers);
      if (!bytes) throw storeErrors.missing(target, name);
      // A server that knows no ranges sends all of it.
      const asked = status === 206 ? bytes : bytes.subarray(from, from + length);
      if (asked.length !== length) throw storeErrors.wrong(target, name);
      return asked;
    },
    async hasObject(name, bytes) {
      const response = await expect(await request(objectPath(name), { method: 'HEAD' }), 404);
      const length = response.header('content-length');
      await response.drop();
      return response.ok && (bytes === undefined || length === null || Number(length) === bytes);
    },
    async writeObject(name, bytes) {
      const response = await put(objectPath(name), bytes, { 'content-type': 'application/octet-stream' });
      await response.drop();
    },
    async removeObject(name) {
      if (!canWrite) throw storeErrors.readOnly(target);
      const response = await expect(await request(objectPath(name), { method: 'DELETE' }), 404);
      await response.drop();
    },
  };
}

const PACKED = /gzip|deflate|br|zstd|compress/i;

/** The slowest line that still counts as one: 8 kB a second. */
const patience = (bytes: number): number => libraryLimits.stalledMs + Math.ceil(bytes / 8);

/** The body, as long as it is no longer than it may be: what a header says of its length is not believed. `arrived` hears of every piece. */
function boundedBody(
  { body }: Answer,
  most: number,
  tooLarge: () => StoreError,
  arrived: (bytes: number) => void,
): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  return new Promise((resolve, reject) => {
    const give = (piece: Uint8Array) => {
      length += piece.length;
      if (length > most) return void body.destroy(tooLarge());
      arrived(piece.length);
      pieces.push(piece);
    };
    body.on('data', give).once('error', reject);
    body.once('end', () => resolve(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)));
  });
}
