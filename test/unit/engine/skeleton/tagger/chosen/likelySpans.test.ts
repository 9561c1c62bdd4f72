import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Scored } from '../../../../../../src/engine/skeleton/tagger/chosen/bestSpans';
import { coverage, likelySpans } from '../../../../../../src/engine/skeleton/tagger/chosen/likelySpans';

const LENGTH = 6;
const span = fc
  .record({
    start: fc.nat(LENGTH - 1),
    length: fc.integer({ min: 1, max: LENGTH }),
    score: fc.double({ min: -4, max: 4, noNaN: true }),
  })
  .map(({ start, length, score }): Scored => ({ start, end: Math.min(LENGTH, start + length), score }));

/** All ways to choose, none over another. */
function* ways(spans: readonly Scored[], from = 0): Generator<Scored[]> {
  yield [];
  for (const one of spans) if (one.start >= from) for (const rest of ways(spans, one.end)) yield [one, ...rest];
}

describe('spans that cover what probably is a particular', () => {
  it('know for each letter the share of all ways to choose that have it in a span', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 5 }), spans => {
        let all = 0;
        const covered = new Float64Array(LENGTH);
        for (const way of ways(spans)) {
          const weight = Math.exp(way.reduce((sum, { score }) => sum + score, 0));
          all += weight;
          for (const { start, end } of way) for (let at = start; at < end; at++) covered[at]! += weight;
        }
        coverage(spans, LENGTH).forEach((share, at) => {
          assert.ok(Math.abs(share - covered[at]! / all) < 1e-9);
        });
      }),
    );
  });

  it('take what several weak candidates make likely together, though each alone is more likely none', () => {
    const weak = [
      { start: 0, end: 3, score: -1.6 },
      { start: 0, end: 4, score: -1.5 },
      { start: 1, end: 4, score: -1.6 },
    ];
    assert.equal(likelySpans(weak, 4).length, 1);
    assert.deepEqual(likelySpans(weak.slice(0, 1), 4), []);
  });

  it('lie apart, ascending', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 9 }), spans => {
        const chosen = likelySpans(spans, LENGTH);
        for (const [i, { start }] of chosen.slice(1).entries()) assert.ok(start >= chosen[i]!.end);
      }),
    );
  });
});
