import assert from 'node:assert/strict';
import { createArticleSearch } from '../../../../src/client/exemplars/articleSearch';

const article = (title: string, date: string | null = null, speaker: string | null = null) => ({
  path: `/语料/${title}.txt`,
  entry: 0,
  title,
  date,
  speaker,
});
const search = createArticleSearch([
  article('在全县防汛工作会上的讲话', '2024-06-01', '程向南'),
  article('在全县经济工作会上的讲话', '2023-02-06', '周明远'),
  article('述职报告', '2022-01-12', '程向南'),
]);
const titles = (typed: string) => search(typed).map(({ title }) => title);

describe('createArticleSearch', () => {
  it('lists all in their order while nothing is typed', () => {
    assert.equal(titles(' ').length, 3);
    assert.match(titles('')[0]!, /防汛/);
  });
  it('finds by words of title, date and speaker together', () => {
    assert.deepEqual(titles('程向南 2022'), ['述职报告']);
    assert.equal(titles('经济')[0], '在全县经济工作会上的讲话');
  });
  it('finds what is written a little otherwise', () => {
    assert.equal(titles('全县经济会上讲话')[0], '在全县经济工作会上的讲话');
    assert.deepEqual(titles('火星漫游指南'), []);
  });
});
