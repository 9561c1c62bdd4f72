import assert from 'node:assert/strict';
import { parseQuery } from '../../../../../src/engine/lookup/query/query';

describe('parseQuery', () => {
  it('takes words as they are', () => {
    assert.deepEqual(parseQuery(' 乡村振兴 干部 '), {
      words: '乡村振兴 干部',
      isExact: false,
      hasGap: false,
      filter: {},
    });
  });

  it('knows exact wording in either quotes, as one word', () => {
    for (const typed of ['“抓好 落实” 干部', '"抓好 落实" 干部']) {
      const { words, isExact } = parseQuery(typed);
      assert.deepEqual([words.split(/\s+/), isExact], [['抓好落实', '干部'], true]);
    }
  });

  it('knows gaps', () => {
    assert.equal(parseQuery('以*为抓手').hasGap, true);
  });

  it('takes filters by their English and Chinese names, with either colon', () => {
    assert.deepEqual(parseQuery('抓落实 speaker:周明远 year:2019-2023 title:经济 occasion:“招商 大会”'), {
      words: '抓落实',
      isExact: false,
      hasGap: false,
      filter: { speakers: ['周明远'], fromYear: 2019, toYear: 2023, name: '经济', occasion: '招商 大会' },
    });
    assert.deepEqual(parseQuery('讲话人：周明远、程向南 年份：2021年 抓落实').filter, {
      speakers: ['周明远', '程向南'],
      fromYear: 2021,
      toYear: 2021,
    });
  });

  it('takes open years, and leaves a year that is still being typed', () => {
    assert.deepEqual(parseQuery('year:2019-').filter, { fromYear: 2019 });
    assert.deepEqual(parseQuery('year:-2019').filter, { toYear: 2019 });
    assert.deepEqual(parseQuery('year:20').filter, {});
    assert.deepEqual(parseQuery('speaker:').words, 'speaker:');
  });
});
