import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bitBytes, copyBits, hasBit, setBit } from '../../../../../src/engine/index/columns/bits';
import { runs } from '../../../../fixtures/runs';

describe('copyBits', () => {
  it('copies as a loop over the bits does, whatever the places', () => {
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(bytes, fc.nat(96), fc.nat(96), fc.nat(40), (source, a, b, at) => {
        const most = source.length * 8;
        const [start = 0, end = 0] = [a % (most + 1), b % (most + 1)].sort((x, y) => x - y);
        const expected = new Uint8Array(bitBytes(at + end - start) + 1);
        for (let i = start; i < end; i++) if (hasBit(source, i)) setBit(expected, at + i - start);
        const copied = new Uint8Array(expected.length);
        copyBits(source, start, end, copied, at);
        assert.deepEqual(copied, expected);
      }),
      runs(100),
    );
  });
});
