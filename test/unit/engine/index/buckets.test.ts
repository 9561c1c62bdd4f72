import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bucketTable, sparseBuckets } from '../../../../src/engine/index/buckets';
import { codeUnits, repetitive } from './samples';

describe('bucketTable', () => {
  it('counts the code units below each code unit', () => {
    fc.assert(
      fc.property(repetitive, fc.integer({ min: 0, max: 0x10000 }), (text, code) => {
        const units = codeUnits(text);
        const table = bucketTable(sparseBuckets(units), units.length);
        for (const one of [code, 0, 0xffff, 0x10000, ...units.slice(0, 5)]) {
          assert.equal(table[one], units.filter(unit => unit < one).length, `below ${one}`);
        }
      }),
    );
  });
});
