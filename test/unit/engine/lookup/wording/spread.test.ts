import assert from 'node:assert/strict';
import fc from 'fast-check';
import { spread } from '../../../../../src/engine/lookup/wording/spread';

describe('spread', () => {
  it('is 1 of what stands at equal distances, little of what stands together', () => {
    assert.equal(spread([0, 5], 10), 1);
    assert.equal(spread([3, 13, 23, 33], 40), 1);
    assert.equal(spread([0, 1], 10), 0.6);
    assert.equal(spread([], 10), 0);
  });

  it('is between one occurrence and all, wherever the row begins', () => {
    const positions = fc.uniqueArray(fc.nat(99), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(positions, fc.nat(99), (at, shift) => {
        const value = spread(at, 100);
        assert.ok(value <= 1 + 1e-9 && value * at.length >= 1 - 1e-9, String(value));
        const moved = at.map(position => (position + shift) % 100);
        assert.ok(Math.abs(spread(moved, 100) - value) < 1e-9);
      }),
    );
  });
});
