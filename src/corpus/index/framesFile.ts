import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import type { Frame } from '../../engine/parallel/frame';
import { isFrame } from '../../engine/parallel/isFrame';
import { crc32 } from '../storage/checksum';
import { writeAtomic } from '../storage/writeAtomic';
import type { SegmentRecord } from './manifest';

/**
 * The frames of a segment lie beside it, in a file for each block of about a second's mining: what is done when mining is
 * cancelled stays done. They can be mined again at any time, so that losing one loses nothing.
 */
export interface FramesBlock {
  /** Id of the segment. */
  readonly segment: string;
  /** The articles that begin in the `block`th stretch of so many characters. */
  readonly block: number;
}

/** The frames of an article, by its number in the segment. */
export interface MinedArticle {
  readonly article: number;
  readonly frames: readonly Frame[];
}

/** Articles whose frames share a file: so many characters of a segment, UTF-16. */
export const BLOCK_CHARACTERS = 1_000_000;
/** Goes up whenever the miner finds other frames, or they are written otherwise: then all are mined anew. */
const VERSION = 2;
const SUFFIX = `.${VERSION}.frames`;
/** One line of JSON, behind it the articles as JSON, deflated: they say the same again and again, and take a sixth so. */
const HEAD = /^\{"format":"fanben-frames","checksum":(\d+)\}\n/;
/** Unpacked, in bytes: the frames of a million characters take less than two million. A library may send us anything. */
const MOST_BYTES = 64 << 20;
const packed = promisify(deflateRaw);
const unpacked = promisify(inflateRaw);

/** Name of the file in the storage folder. */
export function framesName({ segment, block }: FramesBlock): string {
  return `${segment}-${block}${SUFFIX}`;
}

/** Names of the frame files in a storage folder, of this version of the miner. Throws what the file system throws. */
export async function listFrames(storage: string): Promise<Set<string>> {
  return new Set((await readdir(storage)).filter(name => name.endsWith(SUFFIX)));
}

/** All blocks of these segments. */
export function blocksOf(segments: readonly Pick<SegmentRecord, 'id' | 'characters'>[]): FramesBlock[] {
  return segments.flatMap(({ id, characters }) =>
    Array.from({ length: Math.ceil(characters / BLOCK_CHARACTERS) }, (_, block) => ({ segment: id, block })),
  );
}

/** Is there one of these segments whose frames are not all mined? Throws what the file system throws. */
export async function lacksFrames(
  storage: string,
  segments: readonly Pick<SegmentRecord, 'id' | 'characters'>[],
): Promise<boolean> {
  const present = await listFrames(storage);
  return blocksOf(segments).some(block => !present.has(framesName(block)));
}

/**
 * What could not be read back is left out, or it would be mined again whenever it is asked for: frames of more members than one has, and
 * articles behind the first `mostBytes`.
 */
export async function writeFrames(
  storage: string,
  block: FramesBlock,
  articles: readonly MinedArticle[],
  mostBytes = MOST_BYTES,
): Promise<void> {
  const readable: string[] = [];
  let bytes = 2;
  for (const { article, frames } of articles) {
    const text = JSON.stringify({ article, frames: frames.filter(isFrame) } satisfies MinedArticle);
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > mostBytes) break;
    readable.push(text);
  }
  const body = await packed(`[${readable.join(',')}]`);
  const head = `{"format":"fanben-frames","checksum":${crc32(body)}}\n`;
  await writeAtomic(join(storage, framesName(block)), [Buffer.from(head), body]);
}

/** Reads what {@link writeFrames} wrote. `missing`: not mined yet; `damaged`: to be mined again. Throws what the file system throws. */
export function readFrames(storage: string, block: FramesBlock): Promise<MinedArticle[] | 'missing' | 'damaged'> {
  return readFramesFile(join(storage, framesName(block)), MOST_BYTES);
}

/** Likewise a file by its path; one that unpacks to more than `mostBytes` is damaged. */
export async function readFramesFile(path: string, mostBytes: number): Promise<MinedArticle[] | 'missing' | 'damaged'> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'missing';
    throw error;
  }
  const head = HEAD.exec(bytes.toString('latin1', 0, 100));
  const body = bytes.subarray(head?.[0].length ?? 0);
  if (!head || crc32(body) !== Number(head[1])) return 'damaged';
  try {
    const mined: unknown = JSON.parse((await unpacked(body, { maxOutputLength: mostBytes })).toString('utf8'));
    return Array.isArray(mined) && mined.every(isMinedArticle) ? mined : 'damaged';
  } catch {
    return 'damaged';
  }
}

/** Others may have mined it: a library sends us what it likes. */
function isMinedArticle(value: unknown): value is MinedArticle {
  const { article, frames } = (value ?? {}) as Record<string, unknown>;
  return Number.isSafeInteger(article) && (article as number) >= 0 && Array.isArray(frames) && frames.every(isFrame);
}
