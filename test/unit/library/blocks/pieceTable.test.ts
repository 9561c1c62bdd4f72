import assert from 'node:assert/strict';
import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BlockIndex, HASH_BYTES } from '../../../../src/engine/index/blocks/blockIndex';
import { storePieceTable } from '../../../../src/library/blocks/pieceTable';
import { useTestFolder } from '../../../fixtures/testFolder';
import { laidOut } from '../../engine/index/blocks/laidOut';
import { segmentOf } from '../../engine/segmentOf';

describe('the table of the pieces of a layout', () => {
  const folder = useTestFolder();
  const path = () => join(folder.corpus, '表.pieces');
  const { index } = laidOut([segmentOf([{ paragraphs: ['各村推动高质量发展。'] }, { paragraphs: ['抓落实。'] }])]);
  const pieces = index.pieceBytes.length;
  const published: BlockIndex = {
    ...index,
    pieceHashes: Uint8Array.from({ length: HASH_BYTES * pieces }, (_, i) => i + 1),
    objectStarts: Uint32Array.of(0, 2, pieces),
  };
  const expected = Array.from({ length: pieces }, (_, piece) => ({
    offset: index.pieceBytes.subarray(piece < 2 ? 0 : 2, piece).reduce((sum, bytes) => sum + bytes, 0),
    bytes: index.pieceBytes[piece],
    hash: Buffer.from(published.pieceHashes.subarray(piece * HASH_BYTES, (piece + 1) * HASH_BYTES)).toString('hex'),
  }));
  const all = Array.from({ length: pieces }, (_, piece) => piece);

  it('says where each is in its object, how long, and what it has to be', async () => {
    assert.ok(pieces > 2);
    const table = await storePieceTable(path(), published);
    assert.deepEqual(await table.read(all), expected);
    assert.deepEqual(await table.read([2, 0]), [expected[2], expected[0]]);
    assert.deepEqual(await table.read([]), []);
  });

  it('is written anew where it is damaged, and rejects where it is gone or cut', async () => {
    await storePieceTable(path(), published);
    const bytes = readFileSync(path());
    writeFileSync(path(), Buffer.alloc(bytes.length, 7));
    const table = await storePieceTable(path(), published);
    assert.deepEqual(await table.read(all), expected);
    truncateSync(path(), bytes.length - 1);
    await assert.rejects(table.read([pieces - 1]));
    rmSync(path());
    await assert.rejects(table.read([0]));
  });
});
