import assert from 'node:assert/strict';
import { partAt } from '../../../../src/engine/outline/partAt';

const lines = ['开场。', '一、甲', '（一）要求：一是快；二是稳。', '子的话。', '二、乙'];
const title = (paragraph: number, offset: number) => partAt(lines, { paragraph, offset })?.title;

describe('partAt', () => {
  it('is the innermost part with a line of its own', () => {
    assert.equal(title(1, 2), '甲');
    assert.equal(title(3, 0), '甲');
    assert.equal(title(2, 9), '要求');
    assert.equal(title(4, 0), '乙');
  });

  it('is a point inside a paragraph where the cursor is on its number', () => {
    assert.equal(title(2, 7), '快');
    assert.equal(title(2, 12), '稳');
  });

  it('is none before the first', () => assert.equal(title(0, 1), undefined));
});
