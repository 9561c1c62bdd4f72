import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openBackground } from '../../../src/corpus/background/openBackground';
import { loadSegmenter } from '../../../src/corpus/words/segmenter';
import { parseSpeech, readSpeeches } from '../../eval/skeleton/labelledSpeech';
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

  it('leaves few particulars as text, cuts no word and keeps what is fixed', async () => {
    const background = await openBackground(join(ROOT, 'media', 'background.bin'));
    const cut = loadSegmenter();
    const { articles, particulars, left, cutWords, letters, lost, mistakes } = scoreSkeletons(
      readSpeeches(ROOT, 'articles'),
      cut,
      text => background.countOf(text),
    );
    assert.ok(articles >= 33);
    assert.ok(left / particulars <= 0.025, mistakes.join('\n'));
    assert.equal(cutWords, 0, mistakes.join('\n'));
    assert.ok(lost / letters <= 0.03, mistakes.join('\n'));
  });
});
