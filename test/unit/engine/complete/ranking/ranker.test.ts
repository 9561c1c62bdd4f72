import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRanker } from '../../../../../src/engine/complete/ranking/ranker';

/** Trees of one split each, as the training writes them. */
interface Stump {
  readonly threshold: number;
  readonly below: number;
  readonly above: number;
}

const leaf = fc.integer({ min: -32768, max: 32767 });
const stump = fc.record({ threshold: fc.nat(2), below: leaf, above: leaf });
const THRESHOLDS = [-1, 0.5, 2];

function weightsOf(stumps: readonly Stump[]) {
  const numbers = stumps.flatMap(({ threshold, below, above }) => [0, threshold, -1, below, -1, above]);
  const bytes = Buffer.alloc(numbers.length * 2);
  for (const [i, number] of numbers.entries()) bytes.writeInt16LE(number, i * 2);
  return {
    features: ['length'],
    base: 0.25,
    thresholds: [THRESHOLDS],
    trees: bytes.toString('base64'),
    treeCount: stumps.length,
  };
}

describe('createRanker', () => {
  it('adds up what each tree says, of any weights', () => {
    fc.assert(
      fc.property(fc.array(stump, { maxLength: 7 }), fc.constantFrom(-3, 0, 1, 5), (stumps, value) => {
        const rank = createRanker(weightsOf(stumps), ['other', 'length']);
        const sum = stumps.reduce(
          (score, { threshold, below, above }) => score + (value <= THRESHOLDS[threshold]! ? below : above) / 4096,
          0.25,
        );
        const wanted = 1 / (1 + Math.exp(-sum));
        assert.ok(Math.abs(rank(Float32Array.of(9, value), 1)[0]! - wanted) < 1e-6);
      }),
    );
  });

  it('refuses weights of features that are not computed', () => {
    assert.throws(() => createRanker(weightsOf([]), ['other']), /“length”/);
  });
});
