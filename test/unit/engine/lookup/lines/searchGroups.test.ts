import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type SearchOrder, searchGroups } from '../../../../../src/engine/lookup/lines/searchGroups';
import { parseQuery } from '../../../../../src/engine/lookup/query/query';
import type { Preference } from '../../../../../src/engine/lookup/query/searchHits';
import { cutWords } from '../../../../../src/engine/text/segmentWords';
import { segmentOf } from '../../segmentOf';

const view = [
  segmentOf([
    { path: '/馆/甲.txt', title: '甲', date: '2021-03-01', paragraphs: ['要|强化|担当|作为|，|狠抓|落实|。'] },
    {
      path: '/馆/乙.txt',
      title: '乙',
      date: '2023-05-01',
      paragraphs: ['必须|勇于|担当|作为|。|要|有|担当|精神|。', '一|、|落实|担当|。'],
    },
    { path: '/自己/丙.txt', title: '丙', date: '2019', paragraphs: ['以|项目|为|抓手|，|担当|作为|。'] },
  ]),
];
const ask = (typed: string, order: SearchOrder, preference?: Preference, limit = 50) =>
  searchGroups(view, parseQuery(typed), { order, limit, cutWords, preference });
const names = (typed: string, order: SearchOrder, preference?: Preference) =>
  ask(typed, order, preference).groups.map(({ name, hits }) => [name, hits.length]);

describe('a search to work in', () => {
  it('has the sentences of each article below its title, in their order, and counts all places', () => {
    const { groups, articles, occurrences } = ask('担当', 'article');
    assert.deepEqual(
      groups.map(({ name, hits }) => [name, hits.map(({ sentence }) => sentence)]),
      [
        ['乙', ['必须勇于担当作为。', '要有担当精神。', '落实担当。']],
        ['甲', ['要强化担当作为，狠抓落实。']],
        ['丙', ['以项目为抓手，担当作为。']],
      ],
    );
    assert.deepEqual([articles, occurrences], [3, 5]);
  });

  it('counts the places of an article once, however many copies of it there are', () => {
    const text = ['要|强化|担当|作为|，|担当|实干|。'];
    const drafts = Array.from({ length: 30 }, (_, i) => ({
      path: `/稿/${i}.txt`,
      title: '丁',
      date: '2024-01-05',
      cluster: 7,
      paragraphs: text,
    }));
    for (const order of ['article', 'right', 'date'] as const) {
      const { groups, articles, occurrences } = searchGroups([segmentOf(drafts)], parseQuery('担当'), {
        order,
        limit: 50,
        cutWords,
      });
      const shown = groups.reduce((sum, { hits }) => sum + hits.length, 0);
      assert.deepEqual([articles, occurrences], [1, 2], order);
      // A sentence that has it twice is one row of its article, and two lines.
      assert.equal(shown, order === 'article' ? 1 : 2);
    }
    const gaps = { order: 'right', limit: 50, cutWords } as const;
    assert.equal(searchGroups([segmentOf(drafts)], parseQuery('强化*作为'), gaps).occurrences, 1);
  });

  it('has articles like the draft first, then those of the own folder, never before better matches', () => {
    const own: Preference = { isOwn: path => path.startsWith('/自己'), isLike: () => false };
    assert.equal(names('担当', 'article', own)[0]![0], '丙');
    assert.equal(names('担当', 'article', { ...own, isLike: (_, article) => article === 0 })[0]![0], '甲');
    assert.equal(names('担当 狠抓', 'article', own)[0]![0], '甲');
  });

  it('has the same as lines by what stands right or left, or by year', () => {
    assert.deepEqual(names('担当', 'right'), [
      ['作为', 3],
      ['。', 1],
      ['精神', 1],
    ]);
    assert.deepEqual(names('担当', 'date'), [
      ['2023', 3],
      ['2021', 1],
      ['2019', 1],
    ]);
  });

  it('gives with each line the whole sentence, without its number', () => {
    const hits = ask('担当', 'right').groups.flatMap(group => group.hits);
    const line = hits.find(({ sentence }) => sentence.startsWith('落实'))!;
    assert.deepEqual([line.before, line.match, line.after, line.spans], ['落实', '担当', '。', [[2, 4]]]);
  });

  it('takes gaps, and several words each at its first', () => {
    assert.deepEqual(names('以*为抓手', 'right'), [['，担当', 1]]);
    const whole = ask('担当 落实', 'left').groups.flatMap(({ hits }) => hits.filter(hit => !hit.isScattered));
    assert.deepEqual(
      new Set(whole.map(({ sentence }) => sentence)),
      new Set(['落实担当。', '要强化担当作为，狠抓落实。']),
    );
  });

  it('marks what has not the words as typed, in every order', () => {
    for (const order of ['article', 'right'] as const) {
      const hits = ask('精神落实担当', order).groups.flatMap(group => group.hits);
      assert.ok(hits.length > 0 && hits.every(({ isScattered }) => isScattered), order);
    }
  });

  it('shows the same sentences with a wording in every order', () => {
    fc.assert(
      fc.property(fc.constantFrom('担当', '作为', '落实', '抓手', '以*为', '要*担当', '火星'), typed => {
        const sentences = (order: SearchOrder) => {
          const hits = ask(typed, order).groups.flatMap(group => group.hits);
          return [...new Set(hits.filter(hit => !hit.isScattered).map(({ sentence }) => sentence))].sort();
        };
        assert.deepEqual(sentences('right'), sentences('article'));
        assert.deepEqual(sentences('left'), sentences('date'));
        assert.deepEqual(sentences('left'), sentences('article'));
      }),
    );
  });

  it('counts the places of a wording, not what has a part of it; one character of it is no answer', () => {
    const { groups, articles, occurrences } = ask('以项目为抓手', 'article');
    assert.deepEqual([articles, occurrences], [1, 1]);
    for (const { sentence, isScattered } of groups.flatMap(({ hits }) => hits))
      assert.ok(!isScattered || /项目|抓手/.test(sentence), sentence);
    assert.deepEqual(
      groups.map(({ name }) => name),
      ['丙'],
    );
  });

  it('keeps to the limit', () => {
    for (const order of ['article', 'left'] as const)
      assert.equal(ask('担当', order, undefined, 2).groups.flatMap(({ hits }) => hits).length, 2);
  });
});
