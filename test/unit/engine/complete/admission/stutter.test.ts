import assert from 'node:assert/strict';
import fc from 'fast-check';
import { stutters } from '../../../../../src/engine/complete/admission/stutter';

describe('stutters', () => {
  it('tells what would be said twice on end', () => {
    assert.ok(stutters('接着一任干。', '要一任接着一任'));
    assert.ok(!stutters('接着一任', '要一张蓝图绘到底，一任'));
    assert.ok(!stutters('研究部署', '认真研究'));
    assert.ok(!stutters('抓项目', ''));
  });
  it('is true of three characters or more that stand there already, whatever comes behind them', () => {
    const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 6 });
    fc.assert(
      fc.property(letters, letters, letters, (before, twice, rest) => {
        if (twice.length >= 3) assert.ok(stutters(twice + rest, before + twice));
      }),
    );
  });
});
