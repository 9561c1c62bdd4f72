import assert from 'node:assert/strict';
import { markDifferences } from '../../../src/client/lookup/markDifferences';

describe('differences', () => {
  it('stand in brackets', () => {
    assert.equal(markDifferences('压实主体责任。', [[2, 4]]), '压实【主体】责任。');
    assert.equal(
      markDifferences('甲乙丙', [
        [0, 1],
        [2, 3],
      ]),
      '【甲】乙【丙】',
    );
    assert.equal(markDifferences('一样', []), '一样');
  });
});
