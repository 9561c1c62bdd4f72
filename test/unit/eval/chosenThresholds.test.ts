import assert from 'node:assert/strict';
import { chosenThresholds, meanCurve } from '../../eval/fitting/chosenThresholds';
import type { OpeningPoint } from '../../eval/lists/openingCurve';

const point = (threshold: number, right: number, kept: number): OpeningPoint => ({
  threshold,
  right,
  kept,
  opened: 1 - threshold,
  saved: kept / 3,
});

describe('the thresholds that are chosen from a curve', () => {
  const curve = [
    point(0, 0.2, 1),
    point(0.1, 0.3, 0.96),
    point(0.2, 0.37, 0.88),
    point(0.3, 0.43, 0.76),
    point(0.4, 0.5, 0.6),
  ];
  it('are, by default, where neither wish is far from being met, else the largest that keeps enough', () => {
    assert.deepEqual(chosenThresholds(curve), { all: 0, many: 0.1, likely: 0.2, few: 0.3 });
  });
  it('count every curve alike', () => {
    const [first] = meanCurve([[point(0.1, 0.2, 1)], [point(0.1, 0.4, 0.8)]]);
    assert.ok(Math.abs(first!.right - 0.3) < 1e-9 && Math.abs(first!.kept - 0.9) < 1e-9);
    assert.equal(first!.threshold, 0.1);
  });
});
