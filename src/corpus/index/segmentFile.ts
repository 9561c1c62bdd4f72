import { setImmediate as nextTurn } from 'node:timers/promises';
import { type ArticleOwner, ArticleTable } from '../../engine/index/articles/articleTable';
import { int32, openMemorySegment, smallColumns, uint16 } from '../../engine/index/columns/openSegment';
import {
  DamagedSegmentError,
  SECTIONS,
  type SectionName,
  type SegmentHeader,
} from '../../engine/index/columns/segmentCodec';
import type { Segment } from '../../engine/index/segment';
import { crc32 } from '../storage/checksum';
import { type PageCache, type PagedSection, pagedSection } from './pageCache';
import { PagedSegment, PagedSuffixSegment } from './pagedSegment';
import { check, openFile, readBytes, readInto, segmentPath, viewOf } from './segmentBytes';

/** An open segment file. Which of its articles are alive is the manifest's to say, so a `Segment` is made of both. */
export interface SegmentSource {
  readonly id: string;
  readonly residence: Residence;
  segment(owners: readonly ArticleOwner[]): Segment;
  /** Compares every section with its checksum, a little at a time. Throws `DamagedSegmentError`. */
  verify(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
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
    const columns = { ...small, text: uint16(resident('text')), suffixes: paged('suffixes'), grams: paged('grams') };
    const metaBytes = paged('metaBytes');
    const readMeta = (start: number, end: number) => cache.utf16Of(metaBytes, start, end);
    return owners =>
      new PagedSuffixSegment(id, columns, new ArticleTable({ ...articles, readMeta }, header.length, owners), cache);
  },
  disk({ id, header, resident, paged, cache }) {
    const { articles, ...small } = smallColumns(header, resident);
    const columns = { ...small, text: paged('text'), suffixes: paged('suffixes'), grams: paged('grams') };
    const metaBytes = paged('metaBytes');
    const readMeta = (start: number, end: number) => cache.utf16Of(metaBytes, start, end);
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

/** The same numbers, `base` higher. */
function numbersFrom(base: number, bytes: Uint8Array): Uint8Array {
  if (base === 0) return bytes;
  return new Uint8Array(int32(bytes).map(number => number + base).buffer);
}

/** Reads every section slice by slice, and compares it with its checksum. */
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
