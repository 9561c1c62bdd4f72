import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ArticleOwner, ArticleTable } from '../../engine/index/articles/articleTable';
import { hasBit } from '../../engine/index/columns/bits';
import { int32, openMemorySegment, smallColumns, uint16 } from '../../engine/index/columns/openSegment';
import {
  DamagedSegmentError,
  decodeHeader,
  HEADER_BYTES,
  SECTIONS,
  type SectionName,
  type SegmentHeader,
} from '../../engine/index/columns/segmentCodec';
import type { SegmentColumns } from '../../engine/index/columns/segmentParts';
import type { Segment } from '../../engine/index/segment';
import { crc32 } from '../storage/checksum';
import { type PageCache, type PagedSection, pagedSection } from './pageCache';
import { PagedSegment, PagedSuffixSegment } from './pagedSegment';

/** An open segment file. Which of its articles are alive is the manifest's to say, so a `Segment` is made of both. */
export interface SegmentSource {
  readonly id: string;
  readonly residence: Residence;
  segment(owners: readonly ArticleOwner[]): Segment;
  /** Compares every section with its checksum, a little at a time. Throws `DamagedSegmentError`. */
  verify(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

export function segmentPath(storage: string, id: string): string {
  return join(storage, `${id}.segment`);
}

/** Verification gives way to requests after this many bytes: a fraction of a millisecond. */
const SLICE_BYTES = 1 << 20;
/** What queries never read stays on disk. */
const FOR_BUILDER: SectionName = 'sketches';
/** Compared with their checksum at once, for a wrong one would lead every query astray. */
const SMALL = SECTIONS.slice(0, SECTIONS.indexOf('text'));

/**
 * Where the parts of a segment are: `memory` all in memory; `text` the text in memory, suffixes and titles read on demand;
 * `disk` the small columns in memory, everything else read on demand.
 */
export type Residence = 'memory' | 'text' | 'disk';

/** The first section that stays on disk. The file is in this order: small columns, text, metadata, suffixes. */
const RESIDENT_UNTIL: Readonly<Record<Residence, SectionName>> = {
  memory: FOR_BUILDER,
  text: 'metaBytes',
  disk: 'text',
};

/**
 * Opens a segment and reads what is to be in memory; what is on disk is read through `cache`. `clusterBase` is added to the numbers
 * of near-duplicates.
 * Throws `DamagedSegmentError`, or what the file system throws.
 */
export async function openSegmentFile(
  storage: string,
  id: string,
  residence: Residence,
  cache: PageCache,
  clusterBase = 0,
): Promise<SegmentSource> {
  const { file, header } = await openFile(segmentPath(storage, id));
  try {
    const bytes = await readBytes(file, 0, header.sections[RESIDENT_UNTIL[residence]].offset);
    for (const name of SMALL) check(header, name, viewOf(bytes, header, name));
    const clusters = numbersFrom(clusterBase, viewOf(bytes, header, 'clusters'));
    const paged = new Map<SectionName, PagedSection>();
    const parts: SegmentParts = {
      id,
      header,
      cache,
      resident: name => (name === 'clusters' ? clusters : viewOf(bytes, header, name)),
      paged(name) {
        const { offset, byteLength } = header.sections[name];
        const section = paged.get(name) ?? pagedSection(file.fd, offset, byteLength);
        paged.set(name, section);
        return section;
      },
    };
    const segment = opened[residence](parts);
    if (residence === 'memory') await file.close(); // Windows keeps open files from being deleted
    const isResident = (name: SectionName) => header.sections[name].offset < bytes.length;
    return {
      id,
      residence,
      segment,
      async verify(signal) {
        // One for all slices: a new one each would leave holes in the memory.
        const buffer = new Uint8Array(SLICE_BYTES);
        await verify(header, signal, async (name, at, length) => {
          if (!isResident(name)) return readInto(buffer, file, header.sections[name].offset + at, length);
          await nextTurn();
          return viewOf(bytes, header, name).subarray(at, at + length);
        });
      },
      close: async () => {
        for (const section of paged.values()) cache.forget(section);
        await file.close();
      },
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** What a segment is made of. */
interface SegmentParts {
  readonly id: string;
  readonly header: SegmentHeader;
  readonly cache: PageCache;
  readonly resident: (name: SectionName) => Uint8Array;
  readonly paged: (name: SectionName) => PagedSection;
}

/** For each residence: reads the tables once, and then makes a segment of them for any owners. */
const opened: Readonly<Record<Residence, (parts: SegmentParts) => SegmentSource['segment']>> = {
  memory({ id, header, resident }) {
    return owners => openMemorySegment(id, header, resident, owners);
  },
  text({ id, header, resident, paged, cache }) {
    const { articles, ...small } = smallColumns(header, resident);
    const columns = { ...small, text: uint16(resident('text')), suffixes: paged('suffixes') };
    const metaBytes = paged('metaBytes');
    const readMeta = (start: number, end: number) => cache.bytesOf(metaBytes, start, end);
    return owners =>
      new PagedSuffixSegment(id, columns, new ArticleTable({ ...articles, readMeta }, header.length, owners), cache);
  },
  disk({ id, header, resident, paged, cache }) {
    const { articles, ...small } = smallColumns(header, resident);
    const columns = { ...small, text: paged('text'), suffixes: paged('suffixes') };
    const metaBytes = paged('metaBytes');
    const readMeta = (start: number, end: number) => cache.bytesOf(metaBytes, start, end);
    return owners =>
      new PagedSegment(
        id,
        header.length,
        columns,
        new ArticleTable({ ...articles, readMeta }, header.length, owners),
        cache,
      );
  },
};

/** All columns but the suffixes, verified: what a merge takes over. Throws as `openSegmentFile` does. */
export async function readColumns(storage: string, id: string): Promise<SegmentColumns> {
  return withFile(storage, id, async section => ({
    text: uint16(await section('text')),
    wordBits: await section('wordBits'),
    articleStarts: int32(await section('articleStarts')),
    entries: int32(await section('entries')),
    clusters: int32(await section('clusters')),
    dates: int32(await section('dates')),
    metaBytes: await section('metaBytes'),
    metaOffsets: int32(await section('metaOffsets')),
    sketches: uint16(await section('sketches')),
  }));
}

/** The text of some articles, and where their words begin. */
export interface TextBlock {
  /** Number of the first article in its segment. */
  readonly first: number;
  /** UTF-16 code units of the articles, one after the other. */
  readonly text: Uint16Array;
  /** Offsets in `text`: one for each article, and its length. */
  readonly starts: readonly number[];
  readonly isWordStart: (offset: number) => boolean;
}

/**
 * The articles of a segment that begin at positions [from, to) of its text. The text is not compared with its checksum: for the
 * whole segment that is done elsewhere. Throws as `openSegmentFile` does.
 */
export async function readTextBlock(storage: string, id: string, from: number, to: number): Promise<TextBlock> {
  const { file, header } = await openFile(segmentPath(storage, id));
  try {
    const bytesOf = (name: SectionName, start: number, end: number) =>
      readBytes(file, header.sections[name].offset + start, end - start);
    const all = int32(await bytesOf('articleStarts', 0, header.sections.articleStarts.byteLength));
    const first = firstAtLeast(all, from);
    const last = firstAtLeast(all, to);
    const start = all[first] ?? header.length;
    const end = all[last] ?? header.length;
    const text = uint16(await bytesOf('text', 2 * start, 2 * end));
    const bits = await bytesOf('wordBits', start >> 3, Math.min((end >> 3) + 1, header.sections.wordBits.byteLength));
    const shift = start & 7;
    return {
      first,
      text,
      starts: [...all.subarray(first, last), end].map(position => position - start),
      isWordStart: offset => offset >= text.length || hasBit(bits, offset + shift),
    };
  } finally {
    await file.close();
  }
}

function firstAtLeast(ascending: Int32Array, value: number): number {
  const found = ascending.findIndex(own => own >= value);
  return found < 0 ? ascending.length : found;
}

/** What near-duplicates are recognised by. Throws as `openSegmentFile` does. */
export async function readSketches(
  storage: string,
  id: string,
): Promise<Pick<SegmentColumns, 'sketches' | 'clusters'>> {
  return withFile(storage, id, async section => ({
    sketches: uint16(await section('sketches')),
    clusters: int32(await section('clusters')),
  }));
}

async function withFile<T>(
  storage: string,
  id: string,
  read: (section: (name: SectionName) => Promise<Uint8Array>) => Promise<T>,
): Promise<T> {
  const { file, header } = await openFile(segmentPath(storage, id));
  try {
    return await read(async name => {
      const { offset, byteLength } = header.sections[name];
      const bytes = await readBytes(file, offset, byteLength);
      check(header, name, bytes);
      return bytes;
    });
  } finally {
    await file.close();
  }
}

/** Opens a segment file and reads its header; a file that is not as long as the header says is damaged. */
async function openFile(path: string): Promise<{ file: FileHandle; header: SegmentHeader }> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const header = decodeHeader(await readBytes(file, 0, Math.min(size, HEADER_BYTES)), crc32);
    if (size !== header.byteLength) throw new DamagedSegmentError('header');
    return { file, header };
  } catch (error) {
    await file.close();
    throw error;
  }
}

function readBytes(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  return readInto(new Uint8Array(length), file, offset, length);
}

/** Fills the beginning of `buffer`, and returns it. */
async function readInto(buffer: Uint8Array, file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = buffer.subarray(0, length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw new DamagedSegmentError('header');
    done += bytesRead;
  }
  return bytes;
}

/** Likewise, `base` higher. */
function numbersFrom(base: number, bytes: Uint8Array): Uint8Array {
  if (base === 0) return bytes;
  return new Uint8Array(int32(bytes).map(number => number + base).buffer);
}

function viewOf(bytes: Uint8Array, header: SegmentHeader, name: SectionName): Uint8Array {
  const { offset, byteLength } = header.sections[name];
  return bytes.subarray(offset, offset + byteLength);
}

function check(header: SegmentHeader, name: SectionName, bytes: Uint8Array): void {
  if (crc32(bytes) !== header.sections[name].checksum) throw new DamagedSegmentError(name);
}

async function verify(
  header: SegmentHeader,
  signal: AbortSignal,
  slice: (name: SectionName, at: number, length: number) => Promise<Uint8Array>,
): Promise<void> {
  for (const name of SECTIONS) {
    if (name === FOR_BUILDER) continue;
    const { byteLength, checksum } = header.sections[name];
    let sum = 0;
    for (let at = 0; at < byteLength; at += SLICE_BYTES) {
      sum = crc32(await slice(name, at, Math.min(SLICE_BYTES, byteLength - at)), sum);
      signal.throwIfAborted();
    }
    if (sum !== checksum) throw new DamagedSegmentError(name);
  }
}
