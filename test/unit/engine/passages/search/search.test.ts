import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Hit } from '../../../../../src/engine/passages/search/hit';
import { search } from '../../../../../src/engine/passages/search/search';
import { segmentOf } from '../../segmentOf';

/** Cuts every two characters. */
const pairs = (text: string): string[] => [...(text.match(/.{1,2}/gu) ?? [])];
const cutBy =
  (...words: string[]) =>
  (text: string) =>
    words.filter(word => text.includes(word));

const corpus = segmentOf([
  { title: '甲', date: '2020', paragraphs: ['乡村振兴离不开干部。', '干部要带头。'] },
  { title: '乙', date: '2024', paragraphs: ['推进乡村振兴。干部在一线。'] },
  { title: '丙', date: '2022-05', paragraphs: ['干部下沉，助力乡村振兴。'] },
  { title: '丁', paragraphs: ['产业兴旺是乡村振兴的重点。'] },
]);
const titles = (query: string, cut = pairs, view = [corpus]) =>
  search(view, query, 10, cut).map(({ article }) => article.title);

describe('search', () => {
  it('puts sentences with all words first, the newest among equals, then those with fewer', () => {
    assert.deepEqual(titles('乡村振兴 干部').slice(0, 2), ['丙', '甲']);
    assert.deepEqual(new Set(titles('乡村振兴 干部')), new Set(['甲', '乙', '丙', '丁']));
  });

  it('weighs a rare word more than a common one', () => {
    assert.equal(titles('带头 乡村振兴')[0], '甲');
    assert.equal(titles('一线 乡村振兴')[0], '乙');
  });

  it('marks every word in the sentence, and matches the first', () => {
    const [hit] = search([corpus], '干部 振兴 乡村', 1, pairs);
    assert.equal(hit?.sentence, '干部下沉，助力乡村振兴。');
    assert.deepEqual(hit?.spans, [
      [0, 2],
      [7, 11],
    ]);
    assert.equal(hit?.match, '干部');
    assert.equal(hit?.before + hit!.match + hit?.after, hit?.sentence);
  });

  it('tries one piece of Chinese as it stands, and cuts it for the rest', () => {
    assert.deepEqual(titles('助力乡村振兴', cutBy('助力', '乡村振兴')), ['丙', '乙', '甲', '丁']);
    assert.deepEqual(titles('干部一线', cutBy('干部', '一线'))[0], '乙');
  });

  it('tells what has every word as typed from what has a part of them or their pieces', () => {
    const scattered = (query: string, cut = pairs) =>
      search([corpus], query, 10, cut).map(({ article, isScattered }) => [article.title, isScattered]);
    assert.deepEqual(scattered('助力乡村振兴', cutBy('助力', '乡村振兴')), [
      ['丙', false],
      ['乙', true],
      ['甲', true],
      ['丁', true],
    ]);
    assert.ok(scattered('干部乡村', cutBy('干部', '乡村')).every(([, isScattered]) => isScattered));
    assert.equal(scattered('乡村振兴 干部')[0]?.[1], false);
  });

  it('cuts a word among others that the corpus does not have, and leaves out function words', () => {
    assert.deepEqual(titles('带头 干部们的振兴', cutBy('干部', '们', '的', '振兴'))[0], '甲');
  });

  it('lets articles take turns, with at most five different sentences each', () => {
    const many = segmentOf([
      { title: '旧', date: '2019', paragraphs: ['抓落实靠作风。抓落实靠作风。', '抓落实要快。'] },
      {
        title: '新',
        date: '2024',
        paragraphs: ['一抓落实。二抓落实。三抓落实。四抓落实。五抓落实。六抓落实。七抓落实。'],
      },
    ]);
    const sentences = search([many], '抓落实', 20, pairs).map(({ sentence }) => sentence);
    const turns = [
      '一抓落实。',
      '抓落实靠作风。',
      '二抓落实。',
      '抓落实要快。',
      '三抓落实。',
      '四抓落实。',
      '五抓落实。',
    ];
    assert.deepEqual(sentences, turns);
    assert.deepEqual(
      search([many], '抓落实', 3, pairs).map(({ sentence }) => sentence),
      turns.slice(0, 3),
    );
  });

  it('gives loose matches only where exact ones are few, and behind them', () => {
    const loose = { title: '散', date: '2025', paragraphs: ['调查之后再研究。'] };
    const exact = (count: number) => ({
      title: '整',
      paragraphs: [...'甲乙丙丁戊'].slice(0, count).map(name => `${name}村调查研究。`),
    });
    const titlesWith = (count: number) => titles('调查研究', pairs, [segmentOf([loose, exact(count)])]);
    assert.deepEqual(titlesWith(4), ['整', '整', '整', '整', '散']);
    assert.deepEqual(titlesWith(5), ['整', '整', '整', '整', '整']);
  });

  it('shows both sentences of a wording that reaches over the end of one', () => {
    const [hit] = search([corpus], '乡村振兴。干部', 1, pairs);
    assert.equal(hit?.sentence, '推进乡村振兴。干部在一线。');
    assert.deepEqual(hit?.spans, [[2, 9]]);
  });

  it('leaves the number of a sentence out, unless the words include it', () => {
    const numbered = segmentOf([
      { title: '标题', paragraphs: ['一、为什么要调研：从实情出发', '（二）怎样整改。', '首先是认识到位。'] },
    ]);
    const first = (query: string) => {
      const [hit] = search([numbered], query, 1, pairs);
      assert.equal(hit!.before + hit!.match + hit!.after, hit!.sentence);
      return { sentence: hit!.sentence, marked: hit!.spans.map(([start, end]) => hit!.sentence.slice(start, end)) };
    };
    assert.deepEqual(first('调研 实情'), { sentence: '为什么要调研：从实情出发', marked: ['调研', '实情'] });
    assert.deepEqual(first('整改'), { sentence: '怎样整改。', marked: ['整改'] });
    assert.deepEqual(first('一、为什么'), { sentence: '一、为什么要调研：从实情出发', marked: ['一、为什么'] });
    assert.equal(first('认识').sentence, '首先是认识到位。');
    assert.equal(search([numbered], '整改', 1, pairs)[0]!.offset, '（二）怎样'.length);
  });

  it('gives near-duplicates once, from the newest, and never a dead article', () => {
    const twice = segmentOf([
      { title: '一', cluster: 5, paragraphs: ['抓落实。抓落实。'] },
      { title: '二', cluster: 5, date: '2021', paragraphs: ['抓落实。'] },
      { title: '三', dead: true, paragraphs: ['抓落实。'] },
    ]);
    assert.deepEqual(titles('抓落实', pairs, [twice]), ['二']);
  });

  it('finds nothing for nothing, for marks and for what is not there', () => {
    for (const query of ['', '  ', '，。', '火星', '(']) assert.deepEqual(titles(query), [], query);
    assert.deepEqual(search([], '干部', 5, pairs), []);
  });

  it('finds every sentence with all words, first, up to five an article', () => {
    const vocabulary = ['干部', '群众', '产业', '作风'];
    const sentence = fc.array(fc.constantFrom(...vocabulary, '好', '要', '和'), { minLength: 1, maxLength: 8 });
    const article = fc.array(sentence, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 8 }),
        fc.subarray(vocabulary, { minLength: 1 }),
        fc.integer({ min: 1, max: 40 }),
        (corpus, words, limit) => {
          const articles = corpus.map(sentences => sentences.map(parts => `${parts.join('')}。`));
          const half = Math.ceil(articles.length / 2);
          const view = [articles.slice(0, half), articles.slice(half)].map((part, number) =>
            segmentOf(
              part.map((sentences, i) => ({ title: String(number * half + i), paragraphs: [sentences.join('')] })),
            ),
          );
          const hits = search(view, words.join(' '), limit, pairs);
          const hasAll = (text: string) => words.every(word => text.includes(word));
          const exact = articles.map(sentences => Math.min(5, new Set(sentences.filter(hasAll)).size));
          const all = Math.min(
            limit,
            exact.reduce((sum, count) => sum + count, 0),
          );
          hits.forEach((hit, rank) => {
            assert.equal(hasAll(hit.sentence), rank < all, `${hit.sentence} at ${rank}`);
            assert.equal(hit.before + hit.match + hit.after, hit.sentence);
            assert.ok(articles[Number(hit.article.title)]!.includes(hit.sentence));
            for (const [start, end] of hit.spans) {
              assert.ok(words.some(word => hit.sentence.slice(start, end).includes(word)));
            }
          });
          assert.equal(new Set(hits.map(({ sentence, article: { title } }) => title + sentence)).size, hits.length);
          // In turns: no article is ahead of another by more than one, as long as that has more.
          exact.forEach((count, number) => {
            const shown = titleCount(hits.slice(0, all), number);
            const most = Math.max(...exact.map((_, other) => titleCount(hits.slice(0, all), other)));
            assert.ok(shown >= Math.min(count, most - 1), `${shown} of ${count} in article ${number}`);
          });
          if (all >= Math.min(limit, 5)) assert.equal(hits.length, all);
          else {
            const any = articles.filter(
              (sentences, number) => exact[number] === 0 && words.some(word => sentences.join('').includes(word)),
            );
            assert.equal(hits.length, Math.min(limit, all + any.length));
          }
        },
      ),
    );
  });
});

function titleCount(hits: readonly Hit[], title: number): number {
  return hits.filter(({ article }) => article.title === String(title)).length;
}
