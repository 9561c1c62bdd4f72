import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cutWords, segmentEnds, segmentWords, wordEndsIn } from '../../../../src/engine/text/segmentWords';
import { runs } from '../../../fixtures/runs';

describe('segmentEnds', () => {
  it('are where the words and marks end, in UTF-16 code units', () => {
    const text = '我们𠮷庆，再来';
    const words = [...segmentWords(text)].map(({ segment }) => segment);
    const ends = segmentEnds(text);
    assert.deepEqual(
      ends.map((end, i) => text.slice(ends[i - 1] ?? 0, end)),
      words,
    );
    assert.equal(ends.at(-1), text.length);
    assert.ok(words.includes('我们'));
  });
});

/** Runs without a mark, marks alone, halves of characters, at any length. */
const piece = fc
  .tuple(
    fc.constantFrom('推动高质量发展', '，', '甲、', 'word ', '𠮷', '\ud842', '\n'),
    fc.integer({ min: 1, max: 300 }),
  )
  .map(([text, times]) => text.repeat(times));

describe('wordEndsIn', () => {
  it('ends words where segmentEnds does, whatever the text and in whatever order it is asked', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), pieces => {
        const text = pieces.join('');
        const ends = new Set(segmentEnds(text));
        const isEnd = wordEndsIn(text);
        for (let offset = text.length + 1; offset >= 0; offset--) assert.equal(isEnd(offset), ends.has(offset), text);
      }),
      runs(30),
    );
  });

  it('cuts no more of a long text than is asked about', () => {
    const { segment } = Intl.Segmenter.prototype;
    let cut = 0;
    Intl.Segmenter.prototype.segment = function (text) {
      cut += text.length;
      return segment.call(this, text);
    };
    try {
      wordEndsIn('推动高质量发展，'.repeat(30_000))(120_002);
      assert.ok(cut > 0 && cut <= 200, String(cut));
    } finally {
      Intl.Segmenter.prototype.segment = segment;
    }
  });
});

describe('segmentWords', () => {
  it('leaves nothing out, whatever the text: joined, its words are the text again', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), pieces => {
        const text = pieces.join('');
        let at = 0;
        for (const { segment, index } of segmentWords(text)) {
          assert.equal(index, at);
          assert.equal(text.slice(index, index + segment.length), segment);
          at += segment.length;
        }
        assert.equal(at, text.length);
      }),
      runs(30),
    );
  });

  it('cuts a line of 200,000 characters without a mark', () => {
    assert.ok(cutWords('推动高质量发展'.repeat(30_000)).length > 50_000);
  });
});
