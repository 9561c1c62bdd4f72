import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ArticleOwner, ArticleTable } from '../engine/index/articleTable';
import { int32, openMemorySegment, smallColumns, uint16 } from '../engine/index/openSegment';
import type { Segment } from '../engine/index/segment';
import {
  DamagedSegmentError,
  decodeHeader,
  HEADER_BYTES,
  SECTIONS,
  type SectionName,
  type SegmentHeader,
} from '../engine/index/segmentCodec';
import type { SegmentColumns } from '../engine/index/segmentParts';
import { crc32 } from './checksum';
import { type PageCache, pagedSection } from './pageCache';
import { PagedSegment } from './pagedSegment';

/** An open segment file. Which of its articles are alive is the manifest's to say, so a `Segment` is made of both. */
export interface SegmentSource {
  readonly id: string;
  readonly paged: boolean;
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
const SMALL = SECTIONS.slice(0, SECTIONS.indexOf('metaBytes'));

/** Reads a segment into memory. Throws `DamagedSegmentError`, or what the file system throws. */
export async function loadSegment(storage: string, id: string): Promise<SegmentSource> {
  const { file, header } = await openFile(segmentPath(storage, id));
  try {
    const bytes = await readBytes(file, 0, header.sections[FOR_BUILDER].offset);
    const section = (name: SectionName) => viewOf(bytes, header, name);
    for (const name of SMALL) check(header, name, section(name));
    return {
      id,
      paged: false,
      segment: owners => openMemorySegment(id, header, section, owners),
      verify: signal =>
        verify(header, signal, async (name, at, length) => {
          await nextTurn();
          return section(name).subarray(at, at + length);
        }),
      close: async () => undefined,
    };
  } finally {
    await file.close();
  }
}

/** Opens a segment whose text and suffixes are read when they are asked for. Throws as `loadSegment` does. */
export async function pageSegment(storage: string, id: string, cache: PageCache): Promise<SegmentSource> {
  const { file, header } = await openFile(segmentPath(storage, id));
  try {
    const bytes = await readBytes(file, 0, header.sections.metaBytes.offset);
    for (const name of SMALL) check(header, name, viewOf(bytes, header, name));
    const { buckets, wordBits, articles } = smallColumns(header, name => viewOf(bytes, header, name));
    const { text, suffixes, metaBytes } = header.sections;
    const pagedText = pagedSection(file.fd, text.offset, text.byteLength);
    const pagedSuffixes = pagedSection(file.fd, suffixes.offset, suffixes.byteLength);
    const pagedMeta = pagedSection(file.fd, metaBytes.offset, metaBytes.byteLength);
    const columns = { text: pagedText, suffixes: pagedSuffixes, wordBits, buckets };
    const readMeta = (start: number, end: number) => cache.bytesOf(pagedMeta, start, end);
    return {
      id,
      paged: true,
      segment: owners =>
        new PagedSegment(id, header.length, columns, new ArticleTable({ ...articles, readMeta }, header.length, owners), cache),
      verify: signal =>
        verify(header, signal, (name, at, length) => readBytes(file, header.sections[name].offset + at, length)),
      close: async () => {
        for (const section of [pagedText, pagedSuffixes, pagedMeta]) cache.forget(section);
        await file.close();
      },
    };
  } catch (error) {
    await file.close();
    throw error;
  }
}

/** All columns but the suffixes, verified: what a merge takes over. Throws as `loadSegment` does. */
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

/** What near-duplicates are recognised by. Throws as `loadSegment` does. */
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

async function readBytes(file: FileHandle, offset: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await file.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw new DamagedSegmentError('header');
    done += bytesRead;
  }
  return bytes;
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
