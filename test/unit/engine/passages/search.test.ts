import assert from 'node:assert/strict';
import fc from 'fast-check';
import { search } from '../../../../src/engine/passages/search';
import { segmentOf } from '../segmentOf';

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

  it('cuts a word among others that the corpus does not have, and leaves out function words', () => {
    assert.deepEqual(titles('带头 干部们的振兴', cutBy('干部', '们', '的', '振兴'))[0], '甲');
  });

  it('gives an article once, and near-duplicates once', () => {
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

  it('finds every article that has all words in one sentence', () => {
    const vocabulary = ['干部', '群众', '产业', '作风'];
    const sentence = fc.array(fc.constantFrom(...vocabulary, '好', '要', '和'), { minLength: 1, maxLength: 8 });
    const article = fc.array(sentence, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 8 }),
        fc.subarray(vocabulary, { minLength: 1 }),
        (corpus, words) => {
          const paragraphs = corpus.map(sentences => sentences.map(parts => `${parts.join('')}。`));
          const half = Math.ceil(corpus.length / 2);
          const view = [paragraphs.slice(0, half), paragraphs.slice(half)].map((part, number) =>
            segmentOf(
              part.map((sentences, i) => ({ title: String(number * half + i), paragraphs: [sentences.join('')] })),
            ),
          );
          const hits = search(view, words.join(' '), corpus.length, pairs);
          const all = paragraphs.map(sentences => sentences.some(text => words.every(word => text.includes(word))));
          const expected = all.filter(Boolean).length;
          hits.forEach(({ sentence, spans, article: { title } }, rank) => {
            const isFull = words.every(word => sentence.includes(word));
            assert.equal(isFull, rank < expected, `${title} at ${rank}`);
            for (const [start, end] of spans) {
              assert.ok(words.some(word => sentence.slice(start, end).includes(word)));
            }
          });
          const any = paragraphs.filter(sentences => words.some(word => sentences.join('').includes(word)));
          assert.ok(hits.length >= Math.min(expected, 1) && hits.length <= any.length);
          assert.equal(hits.filter(({ sentence }) => words.every(word => sentence.includes(word))).length, expected);
        },
      ),
    );
  });
});
