import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endOfRun } from '../../../../../src/engine/index/suffixes/endOfRun';

describe('endOfRun', () => {
  it('finds the first rank of which the predicate is false, whichever rank in between is looked at', () => {
    const bounds = fc.tuple(fc.nat(300), fc.nat(300), fc.nat(300));
    fc.assert(
      fc.property(bounds, fc.double({ min: 0, max: 0.999, noNaN: true }), ([a, b, c], share) => {
        const [lo, end, hi] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
        const holds = (rank: number) => {
          assert.ok(rank >= lo && rank < hi);
          return rank < end;
        };
        assert.equal(endOfRun(holds, lo, hi), end);
        assert.equal(
          endOfRun(holds, lo, hi, (from, to) => from + Math.floor((to - from) * share)),
          end,
        );
      }),
    );
  });
});
