import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ClusterSet } from '../../../../../src/engine/index/articles/clusterSet';
import { runs } from '../../../../fixtures/runs';

/** As they are given: one behind the other, those of each library from a power of two on. */
const cluster = fc.tuple(fc.nat(3), fc.nat(9)).map(([library, number]) => library * 2 ** 24 + number);

describe('a cluster set', () => {
  it('is a set', () => {
    fc.assert(
      fc.property(fc.array(cluster, { maxLength: 60 }), cluster, (clusters, other) => {
        const set = new ClusterSet(clusters.length);
        const plain = new Set<number>();
        for (const number of clusters) {
          assert.equal(set.add(number), !plain.has(number));
          plain.add(number);
        }
        assert.equal(set.size, plain.size);
        assert.equal(set.has(other), plain.has(other));
      }),
      runs(50),
    );
  });
});
