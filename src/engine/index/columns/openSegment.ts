import type { ArticleColumns } from '../articles/articleTable';
import { type ArticleOwner, ArticleTable } from '../articles/articleTable';
import { gramBytes } from '../grams/grams';
import { suffixWords } from '../suffixes/branches';
import { openPrefixTable, type PrefixTable } from '../suffixes/prefixTable';
import { SAMPLED_EVERY, SampledSuffixes, sampledWords } from '../suffixes/sampledRanks';
import { MemorySegment } from './memorySegment';
import { widthBelow } from './packedColumn';
import { DamagedSegmentError, type SectionName, type SegmentHeader } from './segmentCodec';
import { SuffixColumn } from './suffixColumn';

/** Bytes of a section, starting at a multiple of its element size. */
export type ReadSection = (name: SectionName) => Uint8Array;

/** What both kinds of segment keep in memory. */
export interface SmallColumns {
  readonly prefixes: PrefixTable;
  readonly wordBits: Uint8Array;
  readonly phrases: Int32Array;
  readonly sampledSuffixes: SampledSuffixes;
  readonly sampledBranches: Uint8Array;
  readonly articles: Omit<ArticleColumns, 'readMeta'>;
}

/** Reads the small columns. Throws `DamagedSegmentError` where their sizes do not agree with the header. */
export function smallColumns(header: SegmentHeader, read: ReadSection): SmallColumns {
  const { length, articleCount } = header;
  const column = (name: SectionName, entries: number) => expectLength(int32(read(name)), entries, name);
  const bucketCodes = uint16(read('bucketCodes'));
  const bucketStarts = column('bucketStarts', bucketCodes.length);
  const bucketPairs = column('bucketPairs', bucketCodes.length);
  const prefixes = openPrefixTable({ bucketCodes, bucketStarts, bucketPairs, pairs: read('pairs') }, length);
  if (!prefixes) throw new DamagedSegmentError('pairs');
  return {
    prefixes,
    wordBits: expectLength(read('wordBits'), (length + 7) >> 3, 'wordBits'),
    phrases: int32(read('phrases')),
    sampledSuffixes: new SampledSuffixes(column('sampledSuffixes', sampledWords(length)), length),
    sampledBranches: expectLength(read('sampledBranches'), Math.ceil(length / SAMPLED_EVERY), 'sampledBranches'),
    articles: {
      articleStarts: column('articleStarts', articleCount),
      entries: column('entries', articleCount),
      clusters: column('clusters', articleCount),
      dates: column('dates', articleCount),
      metaOffsets: column('metaOffsets', articleCount + 1),
    },
  };
}

const decoder = new TextDecoder('utf-16le', { ignoreBOM: true });

/** A segment all of whose sections are at hand. Throws `DamagedSegmentError` where sizes do not agree. */
export function openMemorySegment(
  id: string,
  header: SegmentHeader,
  read: ReadSection,
  owners: readonly ArticleOwner[],
): MemorySegment {
  const { articles, ...small } = smallColumns(header, read);
  const text = expectLength(uint16(read('text')), header.length, 'text');
  const words = expectLength(
    int32(read('suffixes')),
    suffixWords(header.length, widthBelow(header.length)),
    'suffixes',
  );
  const grams = expectLength(read('grams'), gramBytes(header.length), 'grams');
  const metaBytes = read('metaBytes');
  const readMeta = (start: number, end: number) => decoder.decode(metaBytes.subarray(start, end));
  const table = new ArticleTable({ ...articles, readMeta }, header.length, owners);
  return new MemorySegment(
    id,
    { text, suffixes: new SuffixColumn(words, header.length, small.sampledSuffixes), grams, ...small },
    table,
  );
}

/** A view of the bytes as UTF-16 code units. */
export function uint16(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 1);
}

/** A view of the bytes as 32-bit integers. */
export function int32(bytes: Uint8Array): Int32Array {
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
}

function expectLength<T extends { readonly length: number }>(column: T, entries: number, name: SectionName): T {
  if (column.length !== entries) throw new DamagedSegmentError(name);
  return column;
}
