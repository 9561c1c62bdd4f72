import assert from 'node:assert/strict';
import { loadSegmenter } from '../../../src/corpus/words/segmenter';
import { parseSpeech, readSpeeches, speechesBeside } from '../../eval/skeleton/labelledSpeech';
import { shippedLexicon } from '../../eval/skeleton/lexicon';
import { scoreSkeletons } from '../../eval/skeleton/score';

const ROOT = process.env.FANBEN_ROOT ?? '.';

describe('slots of skeletons, against speeches marked by hand', () => {
  it('reads marks, and names the text where one stands alone', () => {
    const { paragraphs, particulars } = parseSpeech('甲', '⟦青禾⟧县有⟦八⟧村');
    assert.deepEqual(paragraphs, ['青禾县有八村']);
    assert.deepEqual(particulars, [
      [
        { start: 0, end: 2 },
        { start: 4, end: 5 },
      ],
    ]);
    assert.throws(() => parseSpeech('乙', '⟦青禾县'), /乙/);
  });

  // Of the many the weights were fitted to a sample will do; of the others all are scored.
  for (const [set, every, least, most] of [
    ['articles', 4, 56, { left: 0.01, lost: 0.04, asked: 0.17 }],
    ['unseen', 1, 45, { left: 0.025, lost: 0.055, asked: 0.19 }],
  ] as const) {
    it(`leaves few particulars of ${set} as text, cuts no word and keeps what is fixed`, async () => {
      const speeches = readSpeeches(speechesBeside(ROOT, set)).filter((_, i) => i % every === 0);
      const { articles, particulars, left, cutWords, letters, lost, asked, mistakes } = scoreSkeletons(
        speeches,
        loadSegmenter(),
        await shippedLexicon(ROOT),
      );
      assert.ok(articles >= least);
      assert.ok(left / particulars <= most.left, mistakes.join('\n'));
      assert.equal(cutWords, 0, mistakes.join('\n'));
      assert.ok(lost / letters <= most.lost, mistakes.join('\n'));
      assert.ok(asked / letters <= most.asked, mistakes.join('\n'));
    });
  }
});
