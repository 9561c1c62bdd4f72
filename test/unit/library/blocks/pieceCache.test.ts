import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openPieceCache } from '../../../../src/library/blocks/pieceCache';
import { useTestFolder } from '../../../fixtures/testFolder';

describe('pieces on the disk of a reader', () => {
  const folder = useTestFolder();
  const pieces = () => join(folder.storage, 'pieces');
  const nameOf = (number: number) => number.toString(16).padStart(32, '0');
  const bytesOf = (number: number) => Buffer.alloc(100, number);
  const kept = () =>
    readdirSync(pieces(), { recursive: true, encoding: 'utf8' })
      .filter(name => /[0-9a-f]{32}$/.test(name))
      .map(name => name.slice(-32))
      .sort();

  it('answer before they are written, are there when all is settled, and in the next session', async () => {
    const cache = await openPieceCache(pieces(), 10_000);
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    for (const number of numbers) void cache.write(nameOf(number), bytesOf(number));
    for (const number of numbers) assert.deepEqual(await cache.read(nameOf(number)), bytesOf(number));
    await cache.settled();
    assert.deepEqual(kept(), numbers.map(nameOf));
    const next = await openPieceCache(pieces(), 10_000);
    assert.equal(next.bytes(), 2_000);
    for (const number of numbers) assert.deepEqual(await next.read(nameOf(number)), bytesOf(number));
    assert.equal(await next.read(nameOf(99)), null);
  });

  it('take no more room than they may, whether they are written yet or not', async () => {
    const cache = await openPieceCache(pieces(), 500);
    for (let number = 0; number < 20; number++) void cache.write(nameOf(number), bytesOf(number));
    await cache.settled();
    assert.deepEqual(kept(), [15, 16, 17, 18, 19].map(nameOf));
    assert.equal(cache.bytes(), 500);
    for (const number of [0, 14]) assert.equal(await cache.read(nameOf(number)), null);
    await cache.remove(nameOf(17));
    assert.deepEqual(kept(), [15, 16, 18, 19].map(nameOf));
  });
});
