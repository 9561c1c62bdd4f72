import { unpackSketches } from '../../engine/index/articles/sketch';
import { hasBit } from '../../engine/index/columns/bits';
import { int32, uint16 } from '../../engine/index/columns/openSegment';
import type { SectionName } from '../../engine/index/columns/segmentCodec';
import type { SegmentColumns } from '../../engine/index/columns/segmentParts';
import { check, openFile, readBytes, segmentPath } from './segmentBytes';

/** All columns but the suffixes, verified: what a merge takes over. Throws as `openSegmentFile` does. */
export async function readColumns(storage: string, id: string): Promise<SegmentColumns> {
  return withFile(storage, id, async (section, articles) => ({
    text: uint16(await section('text')),
    wordBits: await section('wordBits'),
    articleStarts: int32(await section('articleStarts')),
    entries: int32(await section('entries')),
    clusters: int32(await section('clusters')),
    dates: int32(await section('dates')),
    metaBytes: await section('metaBytes'),
    metaOffsets: int32(await section('metaOffsets')),
    sketches: unpackSketches(int32(await section('sketches')), articles),
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
    const { start, end, ...articles } = articlesIn(all, header.length, from, to);
    const text = uint16(await bytesOf('text', 2 * start, 2 * end));
    const bits = await bytesOf('wordBits', start >> 3, Math.min((end >> 3) + 1, header.sections.wordBits.byteLength));
    const shift = start & 7;
    return { ...articles, text, isWordStart: offset => offset >= text.length || hasBit(bits, offset + shift) };
  } finally {
    await file.close();
  }
}

/** What of a segment `textBlock` reads. */
export type TextColumns = Pick<SegmentColumns, 'text' | 'wordBits' | 'articleStarts'>;

/** As `readTextBlock`, of columns that are here. */
export function textBlock({ text, wordBits, articleStarts }: TextColumns, from: number, to: number): TextBlock {
  const { start, end, ...articles } = articlesIn(articleStarts, text.length, from, to);
  const length = end - start;
  return {
    ...articles,
    text: text.subarray(start, end),
    isWordStart: offset => offset >= length || hasBit(wordBits, start + offset),
  };
}

/** The articles that begin at positions [from, to) of a text, by where all of them do, and the stretch they take. */
function articlesIn(all: Int32Array, length: number, from: number, to: number) {
  const first = firstAtLeast(all, from);
  const last = firstAtLeast(all, to);
  const start = all[first] ?? length;
  const end = all[last] ?? length;
  return { first, start, end, starts: [...all.subarray(first, last), end].map(position => position - start) };
}

function firstAtLeast(ascending: Int32Array, value: number): number {
  const found = ascending.findIndex(own => own >= value);
  return found < 0 ? ascending.length : found;
}

/** What near-duplicates are recognised by. Throws as `openSegmentFile` does. */
export async function readSketches(
  storage: string,
  id: string,
): Promise<Pick<SegmentColumns, 'sketches' | 'clusters' | 'dates'>> {
  return withFile(storage, id, async (section, articles) => ({
    sketches: unpackSketches(int32(await section('sketches')), articles),
    clusters: int32(await section('clusters')),
    dates: int32(await section('dates')),
  }));
}

async function withFile<T>(
  storage: string,
  id: string,
  read: (section: (name: SectionName) => Promise<Uint8Array>, articles: number) => Promise<T>,
): Promise<T> {
  const { file, header } = await openFile(segmentPath(storage, id));
  try {
    return await read(async name => {
      const { offset, byteLength } = header.sections[name];
      const bytes = await readBytes(file, offset, byteLength);
      check(header, name, bytes);
      return bytes;
    }, header.articleCount);
  } finally {
    await file.close();
  }
}
