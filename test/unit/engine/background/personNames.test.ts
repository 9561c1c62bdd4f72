import assert from 'node:assert/strict';
import { personNames } from '../../../../src/engine/background/personNames';
import { segmentOf } from '../segmentOf';

describe('personNames', () => {
  it('finds who stands behind an office and does what persons do, and not what only now and then stands there', () => {
    const tag = (word: string) => ({ 高度: 'd', 强调: 'v' })[word] ?? 'x';
    const view = [
      segmentOf([
        { paragraphs: ['县长赵明表示，要抓紧。局长赵明、主任钱大海等参加会见。', '主任钱大海指出，要落实。'] },
        {
          paragraphs: [
            '书记高度，书记高度，书记强调，书记强调，',
            ...Array.from({ length: 60 }, () => '要高度重视，高度负责。'),
          ],
        },
      ]),
    ];
    assert.deepEqual(personNames(view, tag), new Set(['赵明', '钱大海']));
  });
});
