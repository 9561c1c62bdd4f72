import assert from 'node:assert/strict';
import fc from 'fast-check';
import { PackedColumn, pack, packedWords, widthBelow } from '../../../../../src/engine/index/columns/packedColumn';

describe('packedColumn', () => {
  it('gives back every number, however many bits it has', () => {
    const column = fc
      .integer({ min: 1, max: 31 })
      .chain(width =>
        fc.tuple(fc.constant(width), fc.array(fc.integer({ min: 0, max: 2 ** width - 1 }), { maxLength: 200 })),
      );
    fc.assert(
      fc.property(column, ([width, numbers]) => {
        const words = pack(Int32Array.from(numbers), width);
        assert.equal(words.length, packedWords(numbers.length, width));
        const packed = new PackedColumn(words, width);
        assert.deepEqual(
          numbers.map((_, i) => packed.at(i)),
          numbers,
        );
      }),
    );
  });

  it('takes as few bits as the largest number needs, and one at least', () => {
    assert.deepEqual([0, 1, 2, 3, 4, 5, 256, 257, 20_030_090].map(widthBelow), [1, 1, 1, 2, 2, 3, 8, 9, 25]);
  });

  it('refuses a column whose bits cannot be counted any more', () => {
    assert.throws(() => pack({ length: 2 ** 28 } as Int32Array, 28), RangeError);
  });
});
