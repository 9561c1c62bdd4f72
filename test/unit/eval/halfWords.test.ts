import assert from 'node:assert/strict';
import { placeOf } from '../../eval/lists/halfWords';

describe('rows that cut a word', () => {
  const words = ['认真执行', '试剂盒', '意识形态', '领导人', '特别行政区'];
  /** Cuts where one of the words stands, and between all other characters. */
  const cut = (text: string) => text.match(new RegExp([...words, '[^]'].join('|'), 'gu')) ?? [];
  it('does not take the joint of a compound for a cut', () => {
    assert.equal(placeOf(cut, '要认真', '执行'), 'a joint');
  });
  it('takes a piece of a word for one', () => {
    for (const [before, row] of [
      ['试', '剂盒'],
      ['意', '识形态'],
      ['领导', '人'],
      ['特', '别行政区'],
    ] as const)
      assert.equal(placeOf(cut, before, row), 'within a word', row);
  });
  it('knows where a word begins', () => {
    assert.equal(placeOf(cut, '要', '认真执行'), 'a word');
    assert.equal(placeOf(cut, '', '认真执行'), 'a word');
    assert.equal(
      placeOf(text => [text], '增长8', '%。'),
      'a word',
    );
  });
});
