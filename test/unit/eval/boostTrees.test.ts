import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createRanker } from '../../../src/engine/complete/ranking/ranker';
import { random } from '../../eval/random';
import { boostTrees, type Ensemble, type Progress } from '../../eval/training/boostTrees';
import type { Tree } from '../../eval/training/growTree';
import { packTrees } from '../../eval/training/packTrees';
import type { TrainingRows } from '../../eval/training/trainingRows';

const FEATURES = 4;
const NAMES = ['a', 'b', 'c', 'd'];
const ROWS = 4000;
const options = { trees: 30, leaves: 6, learningRate: 0.3, seed: 3 };

/** Rows of random numbers in [0, 1), labelled by a rule; a hundred rows an article. */
function rowsOf(isRight: (row: Float32Array) => boolean, seed = 1): TrainingRows {
  const next = random(seed);
  const values = Float32Array.from({ length: ROWS * FEATURES }, next);
  const labels = Uint8Array.from({ length: ROWS }, (_, row) =>
    isRight(values.subarray(row * FEATURES, (row + 1) * FEATURES)) ? 1 : 0,
  );
  return {
    features: FEATURES,
    values,
    labels,
    weights: new Float32Array(ROWS).fill(1),
    articles: Uint16Array.from({ length: ROWS }, (_, row) => Math.floor(row / 100)),
  };
}

const bothSides = ([a = 0, b = 0]: Float32Array) => a > 0.3 === b > 0.6;

describe('boostTrees', () => {
  it('learns a rule that needs two features together, and keeps to it on rows it has not seen', () => {
    const rank = createRanker(
      packTrees(
        boostTrees(rowsOf(bothSides), options, () => {}),
        NAMES,
      ),
      NAMES,
    );
    const unseen = rowsOf(bothSides, 2);
    const probability = rank(unseen.values, ROWS);
    const wrong = unseen.labels.filter((label, row) => probability[row]! > 0.5 !== (label === 1));
    assert.ok(wrong.length < ROWS * 0.02, `${wrong.length} of ${ROWS} wrong`);
  });

  it('gives probabilities: of rows right one time in four, about a quarter', () => {
    const next = random(9);
    const rank = createRanker(
      packTrees(
        boostTrees(
          rowsOf(([a = 0]) => a > 0.5 && next() < 0.25),
          { ...options, trees: 10 },
          () => {},
        ),
        NAMES,
      ),
      NAMES,
    );
    const [low = 1, high = 0] = rank(Float32Array.of(0.1, 0.5, 0.5, 0.5, 0.9, 0.5, 0.5, 0.5), 2);
    assert.ok(low < 0.05, `${low}`);
    assert.ok(Math.abs(high - 0.25) < 0.1, `${high}`);
  });

  it('lowers the loss on articles it does not learn from, and stops where it would rise', () => {
    const heard: Progress[] = [];
    const next = random(5);
    const { trees } = boostTrees(
      rowsOf(row => bothSides(row) === next() < 0.8),
      { ...options, trees: 60, leaves: 24 },
      progress => heard.push(progress),
    );
    assert.equal(heard.length, 60);
    const lowest = heard.reduce((a, b) => (b.validation < a.validation ? b : a));
    assert.equal(trees.length, lowest.trees);
    assert.ok(lowest.trees < 60, 'noise cannot be learned for ever');
    assert.ok(lowest.validation < heard[0]!.validation);
  });

  it('tells infinite values from others, also after the weights have been written and read', () => {
    const rows = rowsOf(() => false);
    const special = [Number.NEGATIVE_INFINITY, -0.5, Number.POSITIVE_INFINITY];
    for (let row = 0; row < ROWS; row++) {
      rows.values[row * FEATURES] = special[row % 3]!;
      rows.labels[row] = row % 3 === 1 ? 1 : 0;
    }
    const weights = JSON.parse(
      JSON.stringify(
        packTrees(
          boostTrees(rows, options, () => {}),
          NAMES,
        ),
      ),
    );
    const rank = createRanker(weights, NAMES);
    const [below = 0, between = 0, above = 0] = rank(rows.values, 3);
    assert.ok(below < 0.1 && between > 0.9 && above < 0.1, `${below} ${between} ${above}`);
  });

  it('gives the same trees for the same seed', () => {
    const train = (seed: number) =>
      packTrees(
        boostTrees(rowsOf(bothSides), { ...options, seed }, () => {}),
        NAMES,
      );
    assert.deepEqual(train(3), train(3));
    assert.notDeepEqual(train(3), train(4));
  });
});

describe('packTrees', () => {
  it('comes back from the ranker with every value it had', () => {
    const thresholds = [
      [-1.5, 0, 0.25, 7],
      [0.5, 1],
    ];
    const leaf = fc.integer({ min: -32000, max: 32000 }).map((value): Tree => ({ value: value / 4096 }));
    const { tree } = fc.letrec<{ tree: Tree }>(tie => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.integer({ min: 0, max: 1 }).chain(feature =>
          fc.record({
            feature: fc.constant(feature),
            bin: fc.integer({ min: 0, max: thresholds[feature]!.length - 1 }),
            low: tie('tree'),
            high: tie('tree'),
          }),
        ),
      ),
    }));
    const number = fc.oneof(fc.constantFrom(...thresholds.flat()), fc.float({ min: -10, max: 10, noNaN: true }));
    // More rows than go through the trees together.
    const pairs = fc.array(fc.tuple(number, number), { maxLength: 70 });
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 6 }), pairs, (trees, pairs) => {
        const ensemble: Ensemble = { base: -0.5, thresholds, trees };
        const rows = pairs.map(pair => pair.map(Math.fround));
        const rank = createRanker(packTrees(ensemble, ['a', 'b']), ['a', 'b']);
        const wanted = rows.map(row => trees.reduce((sum, one) => sum + valueAt(one, row, thresholds), -0.5));
        const found = rank(Float32Array.from([...rows.flat(), 9, 9]), rows.length);
        assert.equal(found.length, rows.length);
        found.forEach((probability, row) => {
          assert.ok(Math.abs(probability - 1 / (1 + Math.exp(-wanted[row]!))) < 1e-6);
        });
      }),
    );
  });
});

function valueAt(tree: Tree, row: readonly number[], thresholds: readonly (readonly number[])[]): number {
  if (!('feature' in tree)) return tree.value;
  const isLow = row[tree.feature]! <= thresholds[tree.feature]![tree.bin]!;
  return valueAt(isLow ? tree.low : tree.high, row, thresholds);
}
