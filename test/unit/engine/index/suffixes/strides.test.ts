import assert from 'node:assert/strict';
import fc from 'fast-check';
import { visitStrides } from '../../../../../src/engine/index/suffixes/strides';
import { countOccurrences, suffixRange } from '../../../../../src/engine/index/suffixes/suffixRange';
import { runs } from '../../../../fixtures/runs';
import { segmentOf } from '../../segmentOf';

describe('visitStrides', () => {
  it('visits every suffix of a range at stride 1, in order', () => {
    const segment = segmentOf([{ paragraphs: ['抓实抓细，抓紧抓好。'] }]);
    const range = suffixRange(segment, '抓');
    const positions: number[] = [];
    assert.equal(
      visitStrides(segment, range, 0, 1, position => positions.push(position)),
      0,
    );
    assert.equal(positions.length, 4);
    assert.deepEqual(
      positions,
      Array.from({ length: 4 }, (_, i) => segment.suffixAt(range.lo + i)),
    );
  });

  it('walks over several ranges as over one, and never leaves them', () => {
    const repeats = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(repeats, fc.integer({ min: 1, max: 150 }), (counts, most) => {
        const view = counts.map(count => segmentOf([{ paragraphs: [`|${'稳|'.repeat(count)}好`] }]));
        const total = countOccurrences(view, '稳');
        const stride = Math.max(1, total / most);
        let next = 0;
        let visited = 0;
        for (const segment of view) {
          next = visitStrides(segment, suffixRange(segment, '稳'), next, stride, position => {
            visited++;
            assert.equal(segment.slice(position, position + 1), '稳');
          });
        }
        // One more or less, and what adding up fractions loses.
        assert.ok(Math.abs(visited - total / stride) < 1.001, `${visited} of ${total} at ${stride}`);
      }),
      runs(15),
    );
  });
});
