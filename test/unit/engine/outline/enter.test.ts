import assert from 'node:assert/strict';
import { afterEnter, continueList, endsList } from '../../../../src/engine/outline/enter';

const continued: [line: string, next: string | null][] = [
  ['一是抓产业。要培育龙头', '二是'],
  ['　　一是抓产业。', '　　二是'],
  ['一、认清形势', '二、'],
  ['（九）守住底线', '（十）'],
  ['1. 修路', '2. '],
  ['1.修路', '2.'],
  ['首先，要想清楚', '其次，'],
  ['再次，要说明白', '最后，'],
  ['第一，想清楚', '第二，'],
  ['三十五是抓收尾', '三十六是'],
  ['最后，落到底', null],
  ['一是', null],
  ['一是快；二是稳。', null],
  ['首先，快；其次，稳。', null],
  ['平常的话', null],
  ['1.5亿元', null],
  ['2023.', null],
  ['一是一，二是二', null],
  ['', null],
];

describe('continueList', () => {
  for (const [line, next] of continued) {
    it(`goes on after “${line}” with ${next}`, () => assert.equal(continueList(line), next));
  }
});

describe('endsList', () => {
  it('at a marker with nothing behind it', () => {
    for (const line of ['三是', '　　三是', '（二）', '2. ', '四、', '其次，', '第三，', '④'])
      assert.ok(endsList(line), line);
  });

  it('nowhere else', () => {
    for (const line of ['', '三是稳', '2023.', '话', '　　']) assert.ok(!endsList(line), line);
  });
});

describe('afterEnter', () => {
  it('ends a list, goes on with one, or leaves the line alone', () => {
    assert.deepEqual(afterEnter('二是', ''), { kind: 'endList' });
    assert.deepEqual(afterEnter('　　四十是稳。', ''), { kind: 'continueList', text: '　　四十一是' });
    assert.equal(afterEnter('平常的话。', ''), null);
  });

  it('does nothing where the rules of the editor were there first, or where a line was split', () => {
    assert.equal(afterEnter('一是快。', '二是'), null);
    assert.equal(afterEnter('一是快，', '还要稳。'), null);
  });
});
