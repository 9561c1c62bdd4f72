import { randomBytes } from 'node:crypto';
import { hasBit } from '../../../engine/index/columns/bits';
import { commonPhrases } from '../../../engine/index/columns/commonPhrases';
import { encodePhrases } from '../../../engine/index/columns/phraseColumn';
import { encodeSegment } from '../../../engine/index/columns/segmentCodec';
import type { SegmentColumns } from '../../../engine/index/columns/segmentParts';
import { suffixArray } from '../../../engine/index/suffixes/suffixArray';
import type { SegmentRecord } from '../../index/manifest';
import { segmentPath } from '../../index/segmentBytes';
import { crc32 } from '../../storage/checksum';
import { writeAtomic } from '../../storage/writeAtomic';

/** Phrases kept for a segment: pinyin letters find them. */
const MOST_PHRASES = 20_000;

/** A name for a segment, never used before. */
export const newSegmentId = (): string => randomBytes(8).toString('hex');

/**
 * Sorts the suffixes of a segment and puts it on the disk.
 *
 * @param sort gives the suffix array of a text, which must hold until all is written
 */
export async function sortAndWrite(
  storage: string,
  columns: SegmentColumns,
  id = newSegmentId(),
  sort = suffixArray,
): Promise<SegmentRecord> {
  const { text, wordBits } = columns;
  const suffixes = sort(text);
  const isWordStart = (position: number) => position >= text.length || hasBit(wordBits, position);
  const phrases = encodePhrases(commonPhrases(text, suffixes, isWordStart, MOST_PHRASES));
  const pieces = encodeSegment({ ...columns, suffixes, phrases }, crc32);
  await writeAtomic(segmentPath(storage, id), pieces);
  return {
    id,
    characters: columns.text.length,
    articles: columns.articleStarts.length,
    bytes: pieces.reduce((sum, piece) => sum + piece.length, 0),
  };
}
