/**
 * A segment as one flat file, little-endian throughout:
 *
 *     0   magic `FANBENSG`
 *     8   format version, UTF-16 length of the text, number of articles, number of sections: u32 each
 *     24  checksum of the header but for these four bytes: u32; then 4 bytes 0
 *     32  section table: checksum u32, 0 u32, byte offset f64, byte length f64 for each section, in the order of `SECTIONS`
 *         sections, each at a multiple of `ALIGNMENT`
 *
 * Columns are views of the file's bytes, so a machine of the other byte order would misread them: its reading of the
 * version number is then a large one, and the file is refused as foreign.
 */
import { packSketches } from '../articles/sketch';
import { encodeGrams } from '../grams/grams';
import { packSuffixes } from '../suffixes/branches';
import { prefixColumns } from '../suffixes/prefixColumns';
import { encodePairs } from '../suffixes/prefixPairs';
import { sampleSuffixes } from '../suffixes/sampledRanks';
import type { SegmentParts } from './segmentParts';

/**
 * Checksum of bytes as an unsigned 32-bit number (CRC-32), going on from the checksum `before` of the bytes ahead of them.
 * Passed in, for the fast one is the platform's.
 */
export type Checksum = (bytes: Uint8Array, before?: number) => number;

/** In file order: what every reader needs first, then the big ones, last what only the builder reads. */
export const SECTIONS = [
  'bucketCodes',
  'bucketStarts',
  'bucketPairs',
  'pairs',
  'articleStarts',
  'entries',
  'clusters',
  'dates',
  'metaOffsets',
  'wordBits',
  'phrases',
  'sampledSuffixes',
  'sampledBranches',
  'text',
  'metaBytes',
  'suffixes',
  'grams',
  'sketches',
] as const;
/** One of `SECTIONS`. */
export type SectionName = (typeof SECTIONS)[number];

/** Where a section is in the file, in bytes, and the checksum of what it holds. */
export interface Section {
  readonly offset: number;
  readonly byteLength: number;
  readonly checksum: number;
}

/** What the header of a segment file says. */
export interface SegmentHeader {
  /** UTF-16 code units of text. */
  readonly length: number;
  readonly articleCount: number;
  readonly sections: Readonly<Record<SectionName, Section>>;
  /** Bytes of the whole file. */
  readonly byteLength: number;
}

/** The bytes are not a segment, or not the one that was written. `section` is `header`, the name of a section, or `frames`, which lie beside it. */
export class DamagedSegmentError extends Error {
  override readonly name = 'DamagedSegmentError';
  constructor(readonly section: SectionName | 'header' | 'frames') {
    super(`The index file is damaged (${section}). / 索引文件已损坏（${section}）。`);
  }
}

const MAGIC = 'FANBENSG';
/** Goes up with every change of the layout or of what a column means; other versions are rebuilt, not read. */
const FORMAT_VERSION = 10;
const ALIGNMENT = 64;
const TABLE_AT = 32;
const ROW_BYTES = 24;
const CHECKSUM_AT = 24;
/** Bytes of the header: what has to be read before anything else. */
export const HEADER_BYTES = align(TABLE_AT + SECTIONS.length * ROW_BYTES);

/** The pieces of the file in order, padding included: to be written one after the other. */
export function encodeSegment(parts: SegmentParts, checksum: Checksum): Uint8Array[] {
  const prefixes = prefixColumns(parts.text, parts.suffixes);
  const columns = {
    ...parts,
    ...prefixes,
    pairs: encodePairs(prefixes),
    sampledSuffixes: sampleSuffixes(parts.suffixes),
    ...packSuffixes(parts.text, parts.suffixes),
    // What is not sorted is not looked up either.
    sketches: packSketches(parts.sketches),
    grams: encodeGrams(parts.text.subarray(0, parts.suffixes.length)),
  };
  const header = new Uint8Array(HEADER_BYTES);
  const view = new DataView(header.buffer);
  for (let i = 0; i < MAGIC.length; i++) header[i] = MAGIC.charCodeAt(i);
  [FORMAT_VERSION, parts.text.length, parts.articleStarts.length, SECTIONS.length].forEach((value, i) => {
    view.setUint32(8 + 4 * i, value, true);
  });

  const pieces: Uint8Array[] = [header];
  let offset = HEADER_BYTES;
  SECTIONS.forEach((name, i) => {
    const { buffer, byteOffset, byteLength } = columns[name];
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    const row = TABLE_AT + i * ROW_BYTES;
    view.setUint32(row, checksum(bytes), true);
    view.setFloat64(row + 8, offset, true);
    view.setFloat64(row + 16, byteLength, true);
    pieces.push(bytes, new Uint8Array(align(byteLength) - byteLength));
    offset += align(byteLength);
  });
  view.setUint32(CHECKSUM_AT, headerChecksum(header, checksum), true);
  return pieces;
}

/** Reads the first `HEADER_BYTES` of a segment file. Throws `DamagedSegmentError`. */
export function decodeHeader(bytes: Uint8Array, checksum: Checksum): SegmentHeader {
  const damaged = new DamagedSegmentError('header');
  if (bytes.length < HEADER_BYTES) throw damaged;
  const header = Uint8Array.from(bytes.subarray(0, HEADER_BYTES));
  const view = new DataView(header.buffer);
  const version = new Uint32Array(header.buffer, 8, 1)[0];
  if (String.fromCharCode(...header.subarray(0, MAGIC.length)) !== MAGIC || version !== FORMAT_VERSION) throw damaged;
  if (view.getUint32(CHECKSUM_AT, true) !== headerChecksum(header, checksum)) throw damaged;

  const rows = SECTIONS.map((name, i): [SectionName, Section] => {
    const row = TABLE_AT + i * ROW_BYTES;
    return [
      name,
      {
        checksum: view.getUint32(row, true),
        offset: view.getFloat64(row + 8, true),
        byteLength: view.getFloat64(row + 16, true),
      },
    ];
  });
  // One behind the other and nothing between: whoever wrote the file may have meant harm, and what is read begins here.
  let end = HEADER_BYTES;
  for (const [, { offset, byteLength }] of rows) {
    if (offset !== end || !Number.isSafeInteger(byteLength) || byteLength < 0) throw damaged;
    end += align(byteLength);
  }
  return {
    length: view.getUint32(12, true),
    articleCount: view.getUint32(16, true),
    sections: Object.fromEntries(rows) as Record<SectionName, Section>,
    byteLength: end,
  };
}

function headerChecksum(header: Uint8Array, checksum: Checksum): number {
  const copy = header.slice();
  copy.fill(0, CHECKSUM_AT, CHECKSUM_AT + 4);
  return checksum(copy);
}

function align(bytes: number): number {
  return Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
}
