import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { deflateRawSync } from 'node:zlib';
import { HASH_BYTES } from '../../../../src/engine/index/blocks/blockIndex';
import { residentIndex } from '../../../../src/engine/index/blocks/residentIndex';
import { layoutPieces } from '../../../../src/library/blocks/layoutPieces';
import type { PieceCache } from '../../../../src/library/blocks/pieceCache';
import { createPieceMemory } from '../../../../src/library/blocks/pieceMemory';
import type { Store } from '../../../../src/library/store/store';
import { laidOut } from '../../engine/index/blocks/laidOut';
import { segmentOf } from '../../engine/segmentOf';

describe('pieces of a layout on their way', () => {
  const layout = laidOut([segmentOf([{ paragraphs: ['各村推动高质量发展。'] }, { paragraphs: ['抓落实。'] }])]);
  const packed = layout.pieces.map(piece => deflateRawSync(piece));
  /** Apart from each other, so that each is a request of its own. */
  const entries = packed.map((bytes, piece) => ({
    offset: 1_000 * piece,
    bytes: bytes.length,
    hash: createHash('sha256')
      .update(bytes)
      .digest('hex')
      .slice(0, 2 * HASH_BYTES),
  }));
  const none: PieceCache = {
    read: async () => null,
    write: async () => undefined,
    remove: async () => undefined,
    bytes: () => 0,
    settled: async () => undefined,
  };
  const [first, last] = [0, packed.length - 1];

  /** Pieces of a store that answers when it is told to. */
  const opened = () => {
    const waiting = new Map<number, (bytes: Uint8Array) => void>();
    const errors: Error[] = [];
    const readRange: Store['readRange'] = (_, from) =>
      new Promise(resolve => waiting.set(Math.floor(from / 1_000), resolve));
    const pieces = layoutPieces(
      'layout',
      residentIndex(layout.index),
      { read: async wanted => wanted.map(piece => entries[piece]!) },
      { objects: [{ name: 'object', bytes: 1_000 * packed.length }] },
      {
        memory: createPieceMemory(1_000_000),
        cache: none,
        store: async () => ({ target: 'store', readRange }) as Store,
        heard: outcome => void (typeof outcome === 'number' || errors.push(outcome)),
        signal: new AbortController().signal,
      },
    );
    const answer = async (piece: number, bytes: Uint8Array = packed[piece]!) => {
      while (!waiting.has(piece)) await turn();
      waiting.get(piece)!(bytes);
      waiting.delete(piece);
    };
    return { pieces, answer, waiting, errors };
  };

  it('are waited for one by one: who asks for one of many that were asked for before has it when it is here', async () => {
    const { pieces, answer, waiting } = opened();
    let isAllHere = false;
    const all = pieces.bring([first, last]).then(() => (isAllHere = true));
    const one = pieces.bring([last]);
    await answer(last);
    await one;
    assert.deepEqual([pieces.has(last), pieces.has(first), isAllHere], [true, false, false]);
    assert.deepEqual([...waiting.keys()], [first]);
    await answer(first);
    await all;
    assert.ok(pieces.has(first));
  });

  it('end the waiting of all who want them, where they are not what they have to be, and are not let in', async () => {
    const { pieces, answer, errors } = opened();
    const both = [pieces.bring([first]), pieces.bring([first, last])];
    await answer(first, packed[last]!);
    await answer(last);
    await Promise.all(both);
    assert.deepEqual([pieces.has(first), pieces.has(last), errors.length], [false, true, 1]);
  });
});
