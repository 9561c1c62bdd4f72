import assert from 'node:assert/strict';
import { createPieceMemory } from '../../../../src/library/blocks/pieceMemory';

describe('createPieceMemory', () => {
  it('holds as much as fits, and lets what was not used lately go first', () => {
    const memory = createPieceMemory(300);
    const [one, other] = [memory.of('one'), memory.of('other')];
    one.set(1, 'a', 100);
    other.set(1, 'b', 100);
    one.set(2, 'c', 100);
    assert.equal(one.get(1), 'a');
    one.set(3, 'd', 100);
    assert.deepEqual([one.get(1), other.get(1), one.get(2), one.get(3)], ['a', undefined, 'c', 'd']);
    // All were used: the one whose turn it is goes.
    other.set(2, 'e', 100);
    const held = [one.get(1), one.get(2), one.get(3), other.get(2)].filter(value => value !== undefined);
    assert.equal(held.length, 3);
    assert.ok(held.includes('e'));
  });

  it('replaces a piece, and keeps one that alone is too large until the next comes', () => {
    const memory = createPieceMemory(300);
    const own = memory.of('one');
    own.set(1, 'a', 200);
    own.set(1, 'b', 200);
    own.set(2, 'c', 100);
    assert.deepEqual([own.get(1), own.get(2)], ['b', 'c']);
    own.set(3, 'huge', 1000);
    assert.deepEqual([own.get(1), own.get(2), own.get(3)], [undefined, undefined, 'huge']);
    own.set(4, 'd', 10);
    assert.deepEqual([own.get(3), own.get(4)], [undefined, 'd']);
  });

  it('is the same for the same layout', () => {
    const memory = createPieceMemory(300);
    memory.of('one').set(1, 'a', 1);
    assert.equal(memory.of('one').get(1), 'a');
    assert.equal(memory.of('other').get(1), undefined);
  });
});
