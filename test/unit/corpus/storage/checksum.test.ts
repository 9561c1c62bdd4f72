import assert from 'node:assert/strict';
import fc from 'fast-check';
import { crc32, tableCrc32 } from '../../../../src/corpus/storage/checksum';

describe('crc32', () => {
  it('is CRC-32 as everybody knows it, by table too', () => {
    const check = new TextEncoder().encode('123456789');
    assert.equal(crc32(check), 0xcbf43926);
    assert.equal(tableCrc32(check), 0xcbf43926);
  });

  it('goes on from where it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(100), (bytes, cut) => {
        for (const sum of [crc32, tableCrc32]) {
          assert.equal(sum(bytes.subarray(cut), sum(bytes.subarray(0, cut))), crc32(bytes));
        }
      }),
    );
  });
});
