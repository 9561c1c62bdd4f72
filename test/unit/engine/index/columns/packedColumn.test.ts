import assert from 'node:assert/strict';
import { widthBelow } from '../../../../../src/engine/index/columns/packedColumn';

describe('packedColumn', () => {
  it('takes as few bits as the largest number needs, and one at least', () => {
    assert.deepEqual([0, 1, 2, 3, 4, 5, 256, 257, 20_030_090].map(widthBelow), [1, 1, 1, 2, 2, 3, 8, 9, 25]);
  });
});
