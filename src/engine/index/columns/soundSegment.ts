import { engineLimits } from '../../limits';
import { sketchWords } from '../articles/sketch';
import { gramBytes } from '../grams/grams';
import { ARTICLE_END } from '../segment';
import { blockBits, FAR_BRANCH, GROUP, suffixWords } from '../suffixes/branches';
import { visitPairs } from '../suffixes/prefixPairs';
import { SAMPLED_EVERY, type SampledSuffixes } from '../suffixes/sampledRanks';
import { areTextCodes } from '../textCodes';
import { bitBytes, hasBit, setBit } from './bits';
import { int32, type ReadSection, smallColumns, uint16 } from './openSegment';
import { widthBelow } from './packedColumn';
import { DamagedSegmentError, type SectionName, type SegmentHeader } from './segmentCodec';
import { SuffixColumn } from './suffixColumn';

/*
 * Queries believe the columns of a segment: what they were made of was checked when they were made. Of a segment that others have made every
 * number is looked at once, before it is believed. All throw `DamagedSegmentError` with the name of the section.
 */

/** What is in memory always may be so large: buckets and pairs of any text, beside them a share of its length. Bytes. */
const SMALL_BYTES = 16 << 20;
const SMALL_SHARE = 0.5;
const MOST_PHRASES = 100_000;
const LONGEST_PHRASE = 64;
const MOST_DATE = 99_999_999;
/** What an article is cut at, and room for what stands around it. */
const LONGEST_ARTICLE = 2 * engineLimits.articleUtf16;

/** The sizes of all sections, as header and text tell them. */
export function expectSoundHeader({ length, articleCount, sections }: SegmentHeader): void {
  const bytes: Partial<Record<SectionName, number>> = {
    text: 2 * length,
    suffixes: 4 * suffixWords(length, widthBelow(length)),
    grams: gramBytes(length),
    sketches: 4 * sketchWords(articleCount),
  };
  for (const [name, expected] of Object.entries(bytes) as [SectionName, number][])
    expect(sections[name].byteLength === expected, name);
  for (const name of ['bucketCodes', 'bucketStarts', 'bucketPairs', 'phrases', 'metaOffsets'] as const)
    expect(sections[name].byteLength % (name === 'bucketCodes' ? 2 : 4) === 0, name);
  const small = sections.text.offset;
  expect(small <= SMALL_BYTES + length * SMALL_SHARE && articleCount <= length, 'header');
}

/** What is in memory always. `clusters`: numbers of near-duplicates are below it. */
export function expectSoundColumns(header: SegmentHeader, read: ReadSection, clusters: number): void {
  const { length, sections } = header;
  const { phrases, sampledSuffixes, articles } = smallColumns(header, read);
  const { articleStarts, entries, dates, metaOffsets } = articles;
  expectSoundPrefixes(length, read);
  expect(rises(articleStarts, 1) && (articleStarts.length === 0 || articleStarts[0] === 0), 'articleStarts');
  expect((articleStarts.at(-1) ?? -1) < length && (length === 0) === (articleStarts.length === 0), 'articleStarts');
  for (let i = 0; i < articleStarts.length; i++)
    expect((articleStarts[i + 1] ?? length) - articleStarts[i]! <= LONGEST_ARTICLE, 'articleStarts');
  expect(areBelow(entries, 2 ** 31), 'entries');
  expect(areBelow(articles.clusters, clusters), 'clusters');
  expect(areBelow(dates, MOST_DATE + 1), 'dates');
  expect(rises(metaOffsets, 0) && metaOffsets[0] === 0, 'metaOffsets');
  expect(metaOffsets.at(-1) === sections.metaBytes.byteLength, 'metaOffsets');
  for (let i = 0; i < sampledSuffixes.count; i++) expect(sampledSuffixes.at(i) < length, 'sampledSuffixes');
  expect(phrases.length % 3 === 0 && phrases.length <= 3 * MOST_PHRASES, 'phrases');
  for (let i = 0; i < phrases.length; i += 3) {
    const [position, size, count] = [phrases[i]!, phrases[i + 1]!, phrases[i + 2]!];
    expect(position >= 0 && size > 0 && size <= LONGEST_PHRASE && position + size <= length && count >= 0, 'phrases');
  }
}

function expectSoundPrefixes(length: number, read: ReadSection): void {
  const bucketCodes = uint16(read('bucketCodes'));
  const [bucketStarts, bucketPairs] = [int32(read('bucketStarts')), int32(read('bucketPairs'))];
  expect(rises(bucketCodes, 1), 'bucketCodes');
  expect(rises(bucketStarts, 1) && areBelow(bucketStarts, length), 'bucketStarts');
  expect(length === 0 || bucketStarts[0] === 0, 'bucketStarts');
  expect(rises(bucketPairs, 0), 'bucketPairs');
  let before = { first: -1, second: -1, rank: -1 };
  const pairs = visitPairs(read('pairs'), { bucketCodes, bucketPairs }, length, 1, (_, first, second, rank) => {
    expect(rank >= bucketStarts[first]! && rank < (bucketStarts[first + 1] ?? length), 'pairs');
    expect(first !== before.first || (rank > before.rank && second > before.second), 'pairs');
    before = { first, second, rank };
  });
  expect(pairs >= 0, 'pairs');
}

/** Looks at the text from its beginning on, slice by slice: it is of what texts are of, and articles end where they should. */
export function textCheck(length: number, articleStarts: Int32Array): (slice: Uint16Array) => void {
  let at = 0;
  let article = 0;
  return slice => {
    expect(areTextCodes(slice), 'text');
    for (let end = slice.indexOf(ARTICLE_END); end >= 0; end = slice.indexOf(ARTICLE_END, end + 1))
      expect((articleStarts[++article] ?? length) === at + end + 1, 'text');
    at += slice.length;
    expect(at < length || article === articleStarts.length, 'text');
  };
}

/** Blocks of suffixes that are looked at together: they fill whole words, however wide one is. */
const BLOCKS_AT_ONCE = 1 << 10;

/** Bytes of a slice of the suffixes of a text of this length. */
export const suffixSlice = (length: number): number => (BLOCKS_AT_ONCE / 8) * blockBits(widthBelow(length));

/**
 * Looks at the suffixes from the first on, in slices of `suffixSlice`, each of which holds the first word of the next one, too: every place of
 * the text stands there once, and what is kept in memory of them is what they say.
 */
export function suffixCheck(
  length: number,
  sampled: SampledSuffixes,
  sampledBranches: Uint8Array,
): (slice: Int32Array) => void {
  const seen = new Uint8Array(bitBytes(length));
  let first = 0;
  let least = FAR_BRANCH;
  return slice => {
    const before = first / SAMPLED_EVERY;
    const column = new SuffixColumn(slice, length, { at: sample => sampled.at(before + sample) });
    const count = Math.min(length - first, BLOCKS_AT_ONCE * SAMPLED_EVERY);
    for (let i = 0; i < count; i++) {
      const position = column.at(i);
      expect(position < length && !hasBit(seen, position), 'suffixes');
      setBit(seen, position);
      if (i % GROUP === 0) least = Math.min(least, column.branchAt(i / GROUP));
      if ((first + i) % SAMPLED_EVERY !== 0) continue;
      const sample = (first + i) / SAMPLED_EVERY;
      expect(sampledBranches[sample] === least, 'sampledBranches');
      least = FAR_BRANCH;
    }
    first += count;
  };
}

function rises(column: Int32Array | Uint16Array, least: number): boolean {
  for (let i = 1; i < column.length; i++) if (column[i]! - column[i - 1]! < least) return false;
  return true;
}

function areBelow(column: Int32Array, limit: number): boolean {
  for (let i = 0; i < column.length; i++) if (column[i]! < 0 || column[i]! >= limit) return false;
  return true;
}

function expect(isSound: boolean, name: SectionName | 'header'): asserts isSound {
  if (!isSound) throw new DamagedSegmentError(name);
}
