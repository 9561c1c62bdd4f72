import assert from 'node:assert/strict';
import { linesAsCsv } from '../../../../../src/engine/lookup/lines/linesAsCsv';

const line = {
  group: '作为',
  path: '/语料/讲话.txt',
  title: '讲话',
  date: '2023',
  speaker: null,
  before: '要',
  match: '担当',
  after: '作为。',
};
const rows = (change: Partial<typeof line>) => linesAsCsv([{ ...line, ...change }]);

describe('lines as a table', () => {
  it('has a row a line, and is known as UTF-8', () => {
    assert.equal(rows({}), '\ufeff作为,要,担当,作为。,讲话,2023,,/语料/讲话.txt\r\n');
  });

  it('quotes commas, quotes and breaks', () => {
    assert.ok(rows({ title: '甲,"乙"\n丙' }).includes('"甲,""乙""\n丙"'));
  });

  it('lets no spreadsheet take a title for a formula', () => {
    for (const title of ['=1+1', '+1', '-1', '@a', '＝1+1', '＋1', '－1', '＠a'])
      assert.ok(rows({ title }).includes(`,'${title},`), title);
    assert.ok(rows({ title: '\n=1+1' }).includes(`,"'\n=1+1",`));
  });
});
