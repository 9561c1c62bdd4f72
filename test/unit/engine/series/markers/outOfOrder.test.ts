import assert from 'node:assert/strict';
import { draftTail } from '../../../../../src/engine/series/draftTail';
import { outOfOrder } from '../../../../../src/engine/series/markers/outOfOrder';

function kept(draft: string, texts: readonly string[]): string[] {
  const isOutOfOrder = outOfOrder(draftTail(draft));
  return texts.filter(text => !isOutOfOrder(text));
}

describe('outOfOrder', () => {
  const numbers = ['一、', '二、抓好落实', '三、', '（一）', '（二）', '一是抓早', '同志们'];
  it('keeps of the numbers those that can come next, and all that is no number', () => {
    assert.deepEqual(kept('同志们：\n', numbers), ['一、', '（一）', '一是抓早', '同志们']);
    assert.deepEqual(kept('一、认清形势\n形势逼人。\n', numbers), ['二、抓好落实', '（一）', '一是抓早', '同志们']);
  });
  it('lets a series begin anew under a new heading, and nowhere else', () => {
    const draft = '一、认清形势\n（一）看成绩\n（二）看差距\n';
    assert.deepEqual(kept(draft, ['（一）', '（三）', '二、']), ['（三）', '二、']);
    assert.deepEqual(kept(`${draft}二、抓好落实\n`, ['（一）', '（三）', '三、']), ['（一）', '三、']);
  });
  it('says nothing inside a paragraph', () => {
    assert.deepEqual(kept('一、认清形势\n要做到', ['一、', '三、']), ['一、', '三、']);
  });
});
