import assert from 'node:assert/strict';
import fc from 'fast-check';
import { planMerges, SEGMENT_LIMIT } from '../../../../../src/engine/index/columns/planMerges';

const whole = (characters: number) => ({ characters, alive: characters });

describe('planMerges', () => {
  it('leaves large and few segments alone', () => {
    assert.deepEqual(planMerges([]), []);
    assert.deepEqual(planMerges(Array.from({ length: 40 }, () => whole(SEGMENT_LIMIT))), []);
    assert.deepEqual(planMerges(Array.from({ length: 8 }, () => whole(10))), []);
  });

  it('merges the small ones when there are more than eight', () => {
    const sizes = [whole(SEGMENT_LIMIT), ...Array.from({ length: 9 }, () => whole(1000))];
    assert.deepEqual(planMerges(sizes), [[1, 2, 3, 4, 5, 6, 7, 8, 9]]);
  });

  it('rewrites a segment with more than a quarter dead, not one with less, and never one that is all dead', () => {
    const sizes = [
      { characters: 1000, alive: 700 },
      { characters: 1000, alive: 800 },
      { characters: 1000, alive: 0 },
    ];
    assert.deepEqual(planMerges(sizes), [[0]]);
  });

  it('keeps groups below the limit and comes to rest', () => {
    const size = fc
      .tuple(fc.integer({ min: 1, max: SEGMENT_LIMIT }), fc.integer({ min: 0, max: 100 }))
      .map(([characters, share]) => ({ characters, alive: Math.floor((characters * share) / 100) }));
    fc.assert(
      fc.property(fc.array(size, { maxLength: 60 }), start => {
        let sizes = start.filter(({ alive }) => alive > 0);
        for (let round = 0; ; round++) {
          const groups = planMerges(sizes);
          if (groups.length === 0) break;
          assert.ok(round < 20, 'merging goes on and on');
          const merged = groups.map(group => whole(group.reduce((sum, i) => sum + sizes[i]!.alive, 0)));
          for (const { alive } of merged) assert.ok(alive <= SEGMENT_LIMIT);
          const gone = new Set(groups.flat());
          assert.equal(gone.size, groups.flat().length, 'a segment is merged once');
          sizes = [...sizes.filter((_, i) => !gone.has(i)), ...merged];
        }
      }),
    );
  });
});
