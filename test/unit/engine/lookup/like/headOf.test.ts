import assert from 'node:assert/strict';
import { headOf } from '../../../../../src/engine/lookup/like/headOf';

describe('headOf', () => {
  it('leaves the lines behind the beginning empty, each with its number', () => {
    const lines = ['甲', '乙'.repeat(9_998), '丙', '丁', ''];
    assert.deepEqual(headOf(lines), ['甲', '乙'.repeat(9_998), '丙', '', '']);
  });
});
