import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type ArticleOwner, ArticleTable } from '../../../../../src/engine/index/articles/articleTable';

function table(lengths: readonly number[], owners: readonly ArticleOwner[]): ArticleTable {
  const starts = lengths.map((_, i) => lengths.slice(0, i).reduce((sum, length) => sum + length, 0));
  const columns = {
    articleStarts: Int32Array.from(starts),
    entries: Int32Array.from(starts.keys()),
    clusters: Int32Array.from(starts, (_, i) => 100 + i),
    dates: new Int32Array(lengths.length),
    metaOffsets: new Int32Array(lengths.length + 1),
    readMeta: () => '{"title":',
  };
  const length = lengths.reduce((sum, one) => sum + one, 0);
  return new ArticleTable(columns, length, owners);
}

describe('ArticleTable', () => {
  it('finds the article of every position, for short and long articles', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 30 }), lengths => {
        const articles = table(lengths, []);
        let position = 0;
        lengths.forEach((length, article) => {
          for (let i = 0; i < length; i++) assert.equal(articles.at(position++), article);
        });
        assert.equal(articles.start(lengths.length), position);
      }),
    );
  });

  it('stays within bounds for positions outside, as a damaged suffix would give', () => {
    const articles = table([3, 4], []);
    assert.equal(articles.at(-5), 0);
    assert.equal(articles.at(99), 1);
  });

  it('takes an article that no file owns for dead', () => {
    const articles = table(
      [2, 2, 2, 2],
      [
        { path: '/甲.txt', first: 0, count: 1 },
        { path: '/乙.jsonl', first: 2, count: 2 },
      ],
    );
    assert.deepEqual(
      [0, 1, 2, 3].map(article => articles.isDead(article)),
      [false, true, false, false],
    );
    assert.equal(articles.hasDead, true);
    assert.deepEqual(
      [0, 2, 3].map(article => articles.meta(article).path),
      ['/甲.txt', '/乙.jsonl', '/乙.jsonl'],
    );
    assert.equal(table([2], [{ path: '/甲.txt', first: 0, count: 1 }]).hasDead, false);
  });

  it('gives an article without a name where its metadata is damaged', () => {
    const meta = table([2], [{ path: '/甲.txt', first: 0, count: 1 }]).meta(0);
    assert.deepEqual([meta.title, meta.speaker, meta.cluster], ['', null, 100]);
  });
});
