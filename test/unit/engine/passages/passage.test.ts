import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createParagraphPlaces, paragraphPlace, passageAt, sentenceAt } from '../../../../src/engine/passages/passage';
import { splitSentences } from '../../../../src/engine/text/sentences';
import { segmentOf } from '../segmentOf';

describe('passageAt', () => {
  it('counts paragraphs from the start of the article', () => {
    const view = [segmentOf([{ paragraphs: ['甲', '乙'] }, { paragraphs: ['丙', '丁戊', '己'] }])];
    const position = 'xxxx'.length + '丙x丁'.length;
    const { paragraph, offset, match } = passageAt(view, { segment: 0, position }, 1);
    assert.deepEqual([paragraph, offset, match], [1, 1, '戊']);
  });

  it('stays bounded in a text without full stops', () => {
    const view = [segmentOf([{ paragraphs: ['长，'.repeat(2000)] }])];
    const { before, after } = passageAt(view, { segment: 0, position: 2000 }, 2);
    assert.ok(before.length <= 300 && after.length <= 300);
  });
});

describe('createParagraphPlaces', () => {
  it('tells each place as if it alone were asked about, in any order', () => {
    const paragraphs = fc.array(fc.constantFrom('甲', '乙丙', '丁戊己', ''), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(paragraphs, paragraphs, fc.array(fc.nat(40), { maxLength: 8 }), (one, other, places) => {
        const segment = segmentOf([{ paragraphs: one }, { paragraphs: other }]);
        const length = [one, other].reduce((sum, all) => sum + all.join('\n').length + 1, 0);
        const placeOf = createParagraphPlaces();
        for (const place of places) {
          const position = place % length;
          const article = segment.articleAt(position);
          assert.deepEqual(placeOf(segment, article, position), paragraphPlace(segment, article, position));
        }
      }),
    );
  });
});

describe('sentenceAt', () => {
  it('agrees with splitting the paragraph into sentences', () => {
    const text = fc.array(fc.constantFrom('好', '的', '，', '。', '！', '”', '“', '…', '）'), {
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, fc.nat(19), fc.integer({ min: 1, max: 4 }), (parts, at, wanted) => {
        const paragraph = parts.join('');
        const position = at % paragraph.length;
        const length = Math.min(wanted, paragraph.length - position);
        const segment = segmentOf([{ paragraphs: ['别的。', paragraph, '别的'] }]);
        const touched = splitSentences(paragraph).filter(
          ({ start, end }) => end > position && start < position + length,
        );
        const first = '别的。\n'.length;
        assert.deepEqual(sentenceAt(segment, first + position, length), {
          start: first + touched[0]!.start,
          end: first + touched.at(-1)!.end,
        });
      }),
    );
  });
});
