import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SEGMENT_LIMIT } from '../../../../src/engine/index/columns/planMerges';
import { type PlannedLayout, planLayouts } from '../../../../src/library/blocks/planLayouts';
import { libraryLimits } from '../../../../src/library/limits';

const segment = (id: string, characters: number) => ({ id, characters });

describe('planLayouts', () => {
  it('keeps what stands, and makes one of what is new', () => {
    const known = [{ segments: ['a', 'b'], characters: 900 }];
    const { kept, made } = planLayouts(known, [segment('a', 500), segment('b', 400), segment('c', 3)]);
    assert.deepEqual(kept, known);
    assert.deepEqual(made, [{ segments: ['c'], characters: 3 }]);
  });

  it('makes a layout anew that has lost a segment', () => {
    const { kept, made } = planLayouts([{ segments: ['a', 'b'], characters: 900 }], [segment('b', 400)]);
    assert.deepEqual([kept, made], [[], [{ segments: ['b'], characters: 400 }]]);
  });

  it('has each segment once, in few layouts, and lays each character out a few times only', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(sizes, published => {
        let layouts: readonly PlannedLayout[] = [];
        const segments: { id: string; characters: number }[] = [];
        let work = 0;
        let total = 0;
        for (const [number, characters] of published.entries()) {
          segments.push(segment(`s${number}`, characters));
          total += characters;
          const { kept, made } = planLayouts(layouts, segments);
          work += made.reduce((sum, one) => sum + one.characters, 0);
          layouts = [...kept, ...made];
          assert.deepEqual(layouts.flatMap(one => one.segments).sort(), segments.map(({ id }) => id).sort());
        }
        const doublings = Math.log2(total + 1) + 1;
        assert.ok(layouts.length <= doublings, `${layouts.length} layouts`);
        assert.ok(work <= 3 * total * doublings, `${work} characters laid out for ${total}`);
      }),
    );
  });

  it('lays out apart what will be merged with others, so that the large stays when the small goes', () => {
    const large = segment('large', SEGMENT_LIMIT);
    const { made } = planLayouts([], [large, segment('a', 5), segment('b', 6)]);
    assert.deepEqual(made.map(({ segments }) => segments).sort(), [['a', 'b'], ['large']]);
    const after = planLayouts(made, [large, segment('ab', 11)]);
    assert.deepEqual([after.kept.length, after.made], [1, [{ segments: ['ab'], characters: 11 }]]);
  });

  it('makes none larger than its publisher has memory for', () => {
    const half = libraryLimits.layoutCharacters / 2;
    const { made } = planLayouts([], [segment('a', half), segment('b', half), segment('c', half)]);
    assert.deepEqual(
      made.map(({ segments }) => segments.length),
      [2, 1],
    );
  });
});
