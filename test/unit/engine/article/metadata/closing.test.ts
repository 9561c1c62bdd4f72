import assert from 'node:assert/strict';
import { findClosing } from '../../../../../src/engine/article/metadata/closing';

const closing = (...texts: string[]) => {
  const { lines, date, speaker } = findClosing(texts.map(text => ({ text })));
  return { lines: [...lines].map(({ text }) => text), date, speaker };
};

describe('findClosing', () => {
  it('takes the day an article ends with, and who signed above it', () => {
    assert.deepEqual(closing('此致敬礼。', '李四', '2018年3月'), {
      lines: ['2018年3月', '李四'],
      date: '2018-03',
      speaker: '李四',
    });
  });

  it('knows who signs by what the line says of it', () => {
    assert.equal(closing('请批评指正。', '述职人：李四', '2018年3月').speaker, '李四');
  });

  it('takes a day said twice, and then the only one that is left, for who reads again would', () => {
    assert.deepEqual(closing('山上造林。', '2018年3月', '2018年3月').lines, ['2018年3月', '2018年3月']);
    assert.deepEqual(closing('2017年5月', '山上造林。', '2018年3月'), {
      lines: ['2018年3月', '2017年5月'],
      date: '2018-03',
      speaker: null,
    });
  });

  it('takes the only day before an annex, and leaves days that head parts of a text', () => {
    assert.deepEqual(closing('山上造林。', '2018年3月', '附件：造林名册').lines, ['2018年3月']);
    assert.deepEqual(closing('2017年5月', '山上造林。', '2018年3月', '山下修路。').lines, []);
  });

  it('takes a name alone below the last sentence, not one of a list of names, nor a word', () => {
    assert.deepEqual(closing('请批评指正。', '陆明远'), { lines: ['陆明远'], date: null, speaker: '陆明远' });
    assert.deepEqual(closing('参加人员如下：', '陆明远', '何晓东').lines, []);
    assert.deepEqual(closing('请批评指正。', '谢谢大家').lines, []);
    assert.deepEqual(closing('请批评指正。', '山上造林').lines, []);
  });
});
