import assert from 'node:assert/strict';
import fc from 'fast-check';
import { matchPattern, parseGapPattern } from '../../../../../src/engine/lookup/query/gapPattern';
import { segmentOf } from '../../segmentOf';

const texts = (paragraphs: readonly string[], typed: string): string[] => {
  const view = [segmentOf([{ paragraphs }])];
  return matchPattern(view, parseGapPattern(typed), 1000).matches.map(({ segment, start, end }) =>
    view[segment]!.slice(start, end),
  );
};

describe('a wording with gaps', () => {
  it('is read with either star, in the form of the corpus', () => {
    assert.deepEqual(parseGapPattern('以 * 为抓手'), ['以', '为抓手']);
    assert.deepEqual(parseGapPattern('*以＊為抓手*'), ['以', '为抓手']);
    assert.deepEqual(parseGapPattern(' * '), []);
  });

  it('is found with the shortest gaps, within a sentence', () => {
    assert.deepEqual(texts(['以党建为抓手。以项目。为抓手的工作'], '以*为抓手'), ['以党建为抓手']);
    assert.deepEqual(texts(['以以党建为抓手'], '以*为抓手'), ['以党建为抓手']);
    assert.deepEqual(texts(['抓重点、补短板、强弱项'], '抓*补*强'), ['抓重点、补短板、强']);
  });

  it('has something in every gap', () => {
    assert.deepEqual(texts(['以为抓手'], '以*为抓手'), []);
  });

  it('passes over dead articles', () => {
    const view = [segmentOf([{ paragraphs: ['以党建为抓手'], dead: true }])];
    assert.deepEqual(matchPattern(view, ['以', '为抓手'], 10).matches, []);
  });

  it('finds a place in every sentence that has one, and no other', () => {
    const texts = fc.array(fc.constantFrom('以', '为', '抓', '手', '。', '\n'), { maxLength: 40 });
    fc.assert(
      fc.property(texts, characters => {
        const paragraphs = characters.join('').split('\n');
        const view = [segmentOf([{ paragraphs }])];
        const ends = new Set(matchPattern(view, ['以', '抓手'], 1000).matches.map(({ end }) => end));
        const joined = paragraphs.join('\n');
        const expected = [...joined.matchAll(/抓手/g)]
          .map(({ index }) => index)
          .filter(index => /以[^。\n]+$/.test(joined.slice(0, index)) && reachable(joined, index))
          .map(index => index + 2);
        assert.deepEqual(
          [...ends].filter(end => !expected.includes(end)),
          [],
        );
        const sentenceOf = (end: number) => joined.slice(0, end).split(/[。\n]/).length;
        assert.deepEqual(new Set([...ends].map(sentenceOf)), new Set(expected.map(sentenceOf)));
      }),
    );
  });
});

/** Within the longest gap. */
function reachable(text: string, index: number): boolean {
  const sentence = text
    .slice(0, index)
    .split(/[。\n]/)
    .at(-1)!;
  const at = sentence.lastIndexOf('以', sentence.length - 2);
  return at >= 0 && sentence.length - at - 1 <= 16;
}
