import assert from 'node:assert/strict';
import { wordStarts } from '../../../../src/engine/words/wordStarts';
import { segmentOf } from '../segmentOf';

/** The text with bars where words begin. */
const cut = (text: string, view: Parameters<typeof wordStarts>[1]) => {
  const starts = new Set(wordStarts(text, view));
  return [...text].reduce(
    (done, character) => done + (starts.has(done.replaceAll('|', '').length) ? '|' : '') + character,
    '',
  );
};

describe('wordStarts', () => {
  const corpus = [
    segmentOf([
      { paragraphs: ['要|优化|营商|环境|，|抓好|招商引资|。', '优化|服务|，|招商引资|要|有|新|办法|。'] },
      { paragraphs: ['发展|中国家|的|事'] },
    ]),
    segmentOf([{ paragraphs: ['中国|家家户户'] }]),
  ];

  it('cuts as the corpus does, in text that the corpus does not have', () => {
    assert.equal(cut('再优化营商环境', corpus), '再|优化|营商|环境');
    assert.equal(cut('招商引资，办法', corpus), '招商引资，办法');
  });

  it('believes the widest context: the same characters are cut otherwise elsewhere', () => {
    assert.equal(cut('发展中国家', corpus), '发展|中国家');
    assert.equal(cut('中国家家户户', corpus), '中国|家家户户');
  });

  it('asks the segmenter of the language where the corpus has nothing of the kind, and says nothing of other writing', () => {
    const own = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment('我们认识')].map(
      ({ segment }) => segment,
    );
    assert.equal(cut('我们认识', []), own.join('|'));
    assert.equal(cut('5G, ABC 。', corpus), '5G, ABC 。');
  });

  it('never cuts a character in two', () => {
    const rare = '\u{20bb7}';
    assert.deepEqual(
      wordStarts(`${rare}${rare}家`, corpus).filter(offset => offset % 2 === 1),
      [],
    );
  });

  it('takes no longer for a paragraph without end than it needs to cut it', () => {
    assert.equal(wordStarts('山'.repeat(50_000), corpus).length > 0, true);
  });
});
