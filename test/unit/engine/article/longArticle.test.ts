import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Article } from '../../../../src/engine/article/article';
import { inParts } from '../../../../src/engine/article/longArticle';
import { sourceOffset } from '../../../../src/engine/article/mapping/sourceMap';

const article = (texts: readonly string[]): Article => ({
  title: '公文大全',
  date: '2021-03',
  speaker: '李茂林',
  occasion: null,
  paragraphs: texts.map((text, i) => ({ text, map: [0, i * 1_000, 1, i * 1_000 + 7] })),
  removed: [{ reason: 'furniture', text: '1', line: 3 }],
  problems: [],
});

const textsOf = (parts: readonly Article[]) => parts.map(({ paragraphs }) => paragraphs.map(({ text }) => text));

describe('an article that is too long', () => {
  const long = ['茶山连成片。'.repeat(3), '路通了。', '水来了。'.repeat(3)];

  it('becomes several of the same day and speaker, whose titles are counted', () => {
    const parts = inParts(article(long), 20);
    assert.deepEqual(textsOf(parts), [[long[0]], [long[1], long[2]]]);
    assert.deepEqual(
      parts.map(({ title, date, speaker }) => [title, date, speaker]),
      [
        ['公文大全（1/2）', '2021-03', '李茂林'],
        ['公文大全（2/2）', '2021-03', '李茂林'],
      ],
    );
  });

  it('says so, once, where what was taken out of it is told', () => {
    const [first, second] = inParts(article(long), 20);
    assert.match(first!.problems[0]!.message.zh, /分成 2 篇/);
    assert.match(first!.problems[0]!.message.en, /2 articles/);
    assert.equal(first!.removed.length, 1);
    assert.deepEqual([second!.problems, second!.removed], [[], []]);
  });

  it('is cut behind a sentence where one paragraph is all of it, with what closes the sentence', () => {
    assert.deepEqual(textsOf(inParts(article(['他说：“路通了。”水来了。茶山']), 11)), [
      ['他说：“路通了。”'],
      ['水来了。茶山'],
    ]);
  });

  it('is itself where it is short enough', () => {
    const short = article(long);
    assert.deepEqual(inParts(short, 34), [short]);
  });

  it('loses nothing, keeps its places, and no part is too long', () => {
    const text = fc.string({ unit: fc.constantFrom('茶', '山', '。', '”', '！', '𠮷'), minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), fc.integer({ min: 2, max: 40 }), (texts, most) => {
        const whole = article(texts);
        const parts = inParts(whole, most);
        assert.equal(textsOf(parts).flat().join(''), texts.join(''));
        const places = ({ paragraphs }: Article) =>
          paragraphs.flatMap(paragraph => [...paragraph.text].map((_, i) => sourceOffset(paragraph, i)));
        // As many code units as characters, so that a place is a place.
        if (!texts.join('').includes('𠮷')) assert.deepEqual(parts.flatMap(places), places(whole));
        for (const own of textsOf(parts)) {
          assert.ok(own.join('').length <= most && own.every(one => one !== '' && !/^[\udc00-\udfff]/.test(one)));
        }
      }),
    );
  });
});
