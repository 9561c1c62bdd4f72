import assert from 'node:assert/strict';
import { isOfOneThing, openSlotsIn, ownWordsOf } from '../../../../src/client/draft/openSlots';

describe('openSlotsIn', () => {
  it('finds slots where they stand, with their names', () => {
    assert.deepEqual(openSlotsIn('在〔会议名称〕上，〔…〕'), [
      { start: 1, end: 7, name: '会议名称' },
      { start: 9, end: 12, name: '…' },
    ]);
  });

  it('takes no year of a document number, no empty brackets, and none that a line break parts', () => {
    assert.deepEqual(openSlotsIn('青政发〔2026〕3号，〔〕，〔两\n字〕，〔没有关上'), []);
  });
});

describe('ownWordsOf', () => {
  it('tells the words that may stay from the names of what is to be written', () => {
    assert.equal(ownWordsOf({ name: '守住底线？' }), '守住底线');
    for (const name of ['地名', '？', '一户一户找问题……约40字']) assert.equal(ownWordsOf({ name }), undefined);
  });
});

describe('isOfOneThing', () => {
  it('tells names of one thing from counts and shapes', () => {
    for (const name of ['会议名称', '地名', '地名甲', '人名乙', '年份']) assert.ok(isOfOneThing(name), name);
    for (const name of ['数字', '两字', '引语', '一字甲', '内容', '谁']) assert.ok(!isOfOneThing(name), name);
  });
});
