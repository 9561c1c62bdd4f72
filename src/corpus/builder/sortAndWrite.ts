import { randomBytes } from 'node:crypto';
import { encodeSegment } from '../../engine/index/segmentCodec';
import type { SegmentColumns } from '../../engine/index/segmentParts';
import { suffixArray } from '../../engine/index/suffixArray';
import { crc32 } from '../checksum';
import type { SegmentRecord } from '../manifest';
import { segmentPath } from '../segmentFile';
import { writeAtomic } from '../writeAtomic';

/** Sorts the suffixes of a segment and puts it on the disk under a name never used before. */
export async function sortAndWrite(storage: string, columns: SegmentColumns): Promise<SegmentRecord> {
  const pieces = encodeSegment({ ...columns, suffixes: suffixArray(columns.text) }, crc32);
  const id = randomBytes(8).toString('hex');
  await writeAtomic(segmentPath(storage, id), pieces);
  return {
    id,
    characters: columns.text.length,
    articles: columns.articleStarts.length,
    bytes: pieces.reduce((sum, piece) => sum + piece.length, 0),
  };
}
