import assert from 'node:assert/strict';
import { createArticleDirectory } from '../../../../src/engine/passages/articleDirectory';
import { findPassages } from '../../../../src/engine/passages/findPassages';
import { yearLine } from '../../../../src/server/passages/yearLine';
import { textsFor } from '../../../../src/server/texts';
import { segmentOf } from '../../engine/segmentOf';

function line(years: readonly number[], others: readonly number[] = []): string {
  const articles = [
    ...years.map(year => ({ date: `${year}-01-01`, paragraphs: ['扑下身子抓落实。'] })),
    ...others.map(year => ({ date: `${year}-01-01`, paragraphs: ['别的。'] })),
  ];
  const view = [segmentOf(articles)];
  const directory = createArticleDirectory(view);
  return yearLine(findPassages(view, '扑下身子', 3, { directory }), directory, textsFor('zh-cn'));
}

const times = (year: number, count: number) => Array.from({ length: count }, () => year);

describe('the line over the years in a hover', () => {
  it('has a bar a year, the highest where most was said', () => {
    assert.equal(line([2020, 2021, 2021, ...times(2023, 8)]), '2020 ▂▃\u2003█ 2023');
  });

  it('says who said it most', () => {
    const articles = [2019, 2020, 2021, 2022, 2023].map(year => ({
      date: `${year}-01-01`,
      speaker: year === 2019 ? '程向南' : '周明远',
      paragraphs: ['扑下身子抓落实。'],
    }));
    const view = [segmentOf(articles)];
    const directory = createArticleDirectory(view);
    const found = findPassages(view, '扑下身子', 3, { directory });
    assert.equal(yearLine(found, directory, textsFor('zh-cn')), '2019 █████ 2023 · 周明远 4 篇');
  });

  it('says nothing of few articles or years', () => {
    assert.equal(line([2020, 2021, 2022]), '');
    assert.equal(line([2020, 2020, 2020, 2021, 2021, 2021]), '');
  });

  it('says what has become rare, where the last years could have said it', () => {
    const common = [2012, 2013, 2014, 2015].flatMap(year => times(year, 10));
    const since = [2019, 2020, 2021].flatMap(year => times(year, 10));
    assert.match(line(common, since), /^2012 ████ 2015 · 近年少用$/);
    assert.doesNotMatch(line(common), /近年少用/);
  });
});
