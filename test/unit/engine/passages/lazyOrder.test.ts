import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inOrder } from '../../../../src/engine/passages/lazyOrder';

describe('inOrder', () => {
  const ascending = (a: number, b: number) => a - b;

  it('gives what sorting gives, as many as are wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 })), fc.nat(120), (items, most) => {
        const sorted = items.toSorted(ascending);
        assert.deepEqual([...inOrder(items, ascending)], sorted);
        assert.deepEqual([...inOrder(items, ascending, most)], sorted.slice(0, most));
      }),
    );
  });

  it('compares little for the first few of many', () => {
    const items = Array.from({ length: 4096 }, (_, at) => Math.imul(at, 0x9e3779b1));
    let compared = 0;
    const count = (a: number, b: number) => {
      compared++;
      return a - b;
    };
    assert.equal([...inOrder(items, count, 10)].length, 10);
    assert.ok(compared < 3 * items.length, `${compared}`);
  });
});
