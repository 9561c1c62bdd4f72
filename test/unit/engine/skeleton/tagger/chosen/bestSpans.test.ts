import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestSpans, type Scored } from '../../../../../../src/engine/skeleton/tagger/chosen/bestSpans';

const LENGTH = 8;
const span = fc
  .record({
    start: fc.nat(LENGTH - 1),
    length: fc.integer({ min: 1, max: LENGTH }),
    score: fc.integer({ min: -5, max: 9 }),
  })
  .map(({ start, length, score }): Scored => ({ start, end: Math.min(LENGTH, start + length), score }));

/** All ways to choose, none over another. */
function most(spans: readonly Scored[], from = 0): number {
  let best = 0;
  for (const { start, end, score } of spans) if (start >= from) best = Math.max(best, score + most(spans, end));
  return best;
}

describe('best spans', () => {
  it('are worth as much together as the best of all ways to choose, ascending and apart', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 7 }), spans => {
        const chosen = bestSpans(spans, LENGTH);
        assert.equal(
          chosen.reduce((sum, { score }) => sum + score, 0),
          most(spans),
        );
        for (const [i, { start }] of chosen.slice(1).entries()) assert.ok(start >= chosen[i]!.end);
      }),
    );
  });
});
