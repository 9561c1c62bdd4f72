import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TopK } from '../../../../../src/engine/complete/sources/topK';

describe('TopK', () => {
  it('keeps what sorting would put first', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer()), fc.integer({ min: 1, max: 8 }), fc.integer(), (values, most, floor) => {
        const kept = new TopK(most, floor);
        values.forEach((value, key) => {
          kept.add(key, value);
        });
        const sorted = [...values.keys()].filter(key => values[key]! > floor).sort((a, b) => values[b]! - values[a]!);
        assert.deepEqual(kept.keys(), sorted.slice(0, most));
      }),
    );
  });
});
