import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { readBytes, readInto } from '../../corpus/index/segmentBytes';
import { crc32 } from '../../corpus/storage/checksum';
import { MOST_META_BYTES, parseMeta } from '../../engine/index/articles/storedMeta';
import { int32, uint16 } from '../../engine/index/columns/openSegment';
import {
  DamagedSegmentError,
  decodeHeader,
  HEADER_BYTES,
  SECTIONS,
  type SectionName,
  type SegmentHeader,
} from '../../engine/index/columns/segmentCodec';
import {
  expectSoundColumns,
  expectSoundHeader,
  suffixCheck,
  suffixSlice,
  textCheck,
} from '../../engine/index/columns/soundSegment';
import { SampledSuffixes } from '../../engine/index/suffixes/sampledRanks';
import { CLUSTERS_OF_COLLECTION } from '../replicaManifest';

/** What a library's manifest promises of a segment. */
interface Promised {
  readonly bytes: number;
  readonly characters: number;
  readonly articles: number;
}

/** What is looked at before others get their turn: some milliseconds. */
const SLICE_BYTES = 1 << 20;
const SMALL = SECTIONS.slice(0, SECTIONS.indexOf('text'));

/**
 * Looks at every number of a segment file that somebody else has made: its bytes are those that its publisher has promised, and the publisher
 * may mean harm. Reads it once, a slice at a time; small columns apart, a slice is all that is in memory. Throws `DamagedSegmentError`, or what the
 * file system throws.
 */
export async function checkSegment(path: string, promised: Promised, signal: AbortSignal): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const header = decodeHeader(await readBytes(file, 0, Math.min(size, HEADER_BYTES)), crc32);
    const isPromised = header.length === promised.characters && header.articleCount === promised.articles;
    if (size !== header.byteLength || size !== promised.bytes || !isPromised) throw new DamagedSegmentError('header');
    expectSoundHeader(header);
    const small = await readSmall(file, header, signal);
    expectSoundColumns(header, name => small.get(name)!, CLUSTERS_OF_COLLECTION);
    const numbers = (name: SectionName) => int32(small.get(name)!);
    const slices = slicesOf(file, header, signal);
    const ofText = textCheck(header.length, numbers('articleStarts'));
    await slices('text', SLICE_BYTES, 0, slice => ofText(uint16(slice)));
    await checkMetas(numbers('metaOffsets'), file, header, signal);
    const sampled = new SampledSuffixes(numbers('sampledSuffixes'), header.length);
    const ofSuffixes = suffixCheck(header.length, sampled, small.get('sampledBranches')!);
    await slices('suffixes', suffixSlice(header.length), 4, slice => ofSuffixes(int32(slice)));
    // Of wrong ones nothing comes but that less is found in what their publisher wrote.
    await slices('grams', SLICE_BYTES, 0, () => undefined);
    await slices('sketches', SLICE_BYTES, 0, () => undefined);
  } finally {
    await file.close();
  }
}

async function readSmall(file: FileHandle, header: SegmentHeader, signal: AbortSignal) {
  const small = new Map<SectionName, Uint8Array>();
  for (const name of SMALL) {
    const { offset, byteLength, checksum } = header.sections[name];
    const bytes = await readBytes(file, offset, byteLength);
    if (crc32(bytes) !== checksum) throw new DamagedSegmentError(name);
    signal.throwIfAborted();
    small.set(name, bytes);
  }
  return small;
}

/** Reads a section in slices, each with so many bytes `more` of the next one, and compares it with its checksum. */
function slicesOf(file: FileHandle, { sections }: SegmentHeader, signal: AbortSignal) {
  return async (name: SectionName, atOnce: number, more: number, look: (slice: Uint8Array) => void): Promise<void> => {
    const { offset, byteLength, checksum } = sections[name];
    const buffer = new Uint8Array(atOnce + more);
    let sum = 0;
    for (let at = 0; at < byteLength; at += atOnce) {
      const slice = await readInto(buffer, file, offset + at, Math.min(buffer.length, byteLength - at));
      sum = crc32(slice.subarray(0, atOnce), sum);
      look(slice);
      await nextTurn();
      signal.throwIfAborted();
    }
    if (sum !== checksum) throw new DamagedSegmentError(name);
  };
}

/** The metadata of each article, as many as a slice holds at once. */
async function checkMetas(
  offsets: Int32Array,
  file: FileHandle,
  { sections }: SegmentHeader,
  signal: AbortSignal,
): Promise<void> {
  const { offset, checksum } = sections.metaBytes;
  const buffer = new Uint8Array(SLICE_BYTES);
  const decoder = new TextDecoder('utf-16le', { fatal: true, ignoreBOM: true });
  const damaged = new DamagedSegmentError('metaBytes');
  let sum = 0;
  for (let article = 0; article + 1 < offsets.length; ) {
    const from = offsets[article]!;
    if (offsets[article + 1]! - from > MOST_META_BYTES) throw damaged;
    let last = article + 1;
    while (last + 1 < offsets.length && offsets[last + 1]! - from <= SLICE_BYTES) last++;
    const bytes = await readInto(buffer, file, offset + from, offsets[last]! - from);
    sum = crc32(bytes, sum);
    for (; article < last; article++) {
      const [start, end] = [offsets[article]! - from, offsets[article + 1]! - from];
      if (end - start > MOST_META_BYTES || !isMeta(bytes.subarray(start, end), decoder)) throw damaged;
    }
    await nextTurn();
    signal.throwIfAborted();
  }
  if (sum !== checksum) throw damaged;
}

function isMeta(bytes: Uint8Array, decoder: InstanceType<typeof TextDecoder>): boolean {
  try {
    return parseMeta(decoder.decode(bytes)) !== null;
  } catch {
    return false;
  }
}
