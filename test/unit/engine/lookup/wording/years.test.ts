import assert from 'node:assert/strict';
import { wordingHistory } from '../../../../../src/engine/lookup/wording/years';
import { createArticleDirectory } from '../../../../../src/engine/passages/articleDirectory';
import { segmentOf, type TestArticle } from '../../segmentOf';

const articles = (year: number, count: number, paragraph: string, from: number): TestArticle[] =>
  Array.from({ length: count }, (_, at) => ({
    date: `${year}-05-0${1 + (at % 9)}`,
    cluster: from + at,
    paragraphs: [paragraph],
  }));

const history = (all: readonly TestArticle[], wording: string) => {
  const view = [segmentOf(all)];
  return wordingHistory(view, [wording], createArticleDirectory(view).byYear());
};

describe('wordingHistory', () => {
  it('counts articles a year beside all there are, every year of the corpus', () => {
    const { years, undated } = history(
      [
        { date: '2019-01-01', paragraphs: ['脱贫攻坚。'] },
        { date: '2019', paragraphs: ['别的。'] },
        { date: '2021', paragraphs: ['脱贫攻坚。脱贫攻坚。'] },
        { paragraphs: ['脱贫攻坚。'] },
      ],
      '脱贫攻坚',
    );
    assert.deepEqual(years, [
      { year: 2019, articles: 1, ofArticles: 2 },
      { year: 2020, articles: 0, ofArticles: 0 },
      { year: 2021, articles: 1, ofArticles: 1 },
    ]);
    assert.equal(undated, 1);
  });

  it('counts near-duplicates once', () => {
    const copy = { date: '2019', cluster: 5, paragraphs: ['脱贫攻坚。'] };
    assert.deepEqual(history([copy, copy], '脱贫攻坚').years, [{ year: 2019, articles: 1, ofArticles: 1 }]);
  });

  it('tells who said it, and where it is first and last seen', () => {
    const { speakers, first, last } = history(
      [
        { date: '2020', speaker: '周明远', title: '甲', paragraphs: ['抓落实。'] },
        { date: '2018', speaker: '周明远', title: '乙', paragraphs: ['抓落实。'] },
        { date: '2019', speaker: '程向南', title: '丙', paragraphs: ['抓落实。'] },
      ],
      '抓落实',
    );
    assert.deepEqual(speakers, [
      { speaker: '周明远', articles: 2 },
      { speaker: '程向南', articles: 1 },
    ]);
    assert.deepEqual([first?.title, last?.title], ['乙', '甲']);
  });

  it('marks what was common and is said no more', () => {
    const gone = [...articles(2015, 20, '旧的提法。', 0), ...articles(2016, 20, '旧的提法。', 100)];
    const since = [2019, 2020, 2021].flatMap((year, at) => articles(year, 20, '新的提法。', 200 + 100 * at));
    assert.equal(history([...gone, ...since], '旧的提法').isSeldomLately, true);
    assert.equal(history([...gone, ...since], '新的提法').isSeldomLately, false);
  });

  it('does not mark what was rare, or where the last years have too few articles', () => {
    const gone = articles(2015, 20, '旧的提法。', 0);
    const rare = [{ date: '2015', cluster: 900, paragraphs: ['少见。'] }, ...gone];
    const few = articles(2021, 3, '新的提法。', 500);
    assert.equal(history([...gone, ...few], '旧的提法').isSeldomLately, false);
    assert.equal(history([...rare, ...articles(2021, 40, '新的。', 500)], '少见').isSeldomLately, false);
  });

  it('does not fill a thousand years for one misread date', () => {
    const { years } = history(
      [
        { date: '1021', paragraphs: ['抓落实'] },
        { date: '2021', paragraphs: ['抓落实'] },
      ],
      '抓落实',
    );
    assert.equal(years.length, 60);
  });
});
