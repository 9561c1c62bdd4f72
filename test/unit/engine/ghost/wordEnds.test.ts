import assert from 'node:assert/strict';
import fc from 'fast-check';
import { endsInMidAir, wordEndsIn, wordStartsOf } from '../../../../src/engine/ghost/wordEnds';

/** `“钉钉子”|精神` → its text, and the pieces that `wordEndsIn` makes of it. */
function pieces(marked: string): string[] {
  const words = marked.split('|');
  const starts = words.map((_, i) => words.slice(0, i).join('').length);
  return cut(
    words.join(''),
    wordEndsIn(words.join(''), offset => starts.includes(offset)),
  );
}

const cut = (text: string, ends: readonly number[]): string[] =>
  [0, ...ends].map((from, i) => text.slice(from, ends[i]));

describe('word ends', () => {
  it('keep marks in a row together, and an opening mark with the word behind it', () => {
    assert.deepEqual(pieces('弘扬|“|钉钉子|”|精神|。|”'), ['弘扬', '“钉钉子', '”', '精神', '。”', '']);
  });

  it('leave a word open that goes on behind the text', () => {
    assert.deepEqual(pieces('高质量|发'), ['高质量', '发']);
    assert.deepEqual(
      wordEndsIn('高质量发', offset => offset === 3),
      [3],
    );
  });

  it('are where the words of the index end, and after marks', () => {
    const characters = fc.array(fc.constantFrom('“', '”', '，', '。', '推', '动', '要'), { maxLength: 12 });
    fc.assert(
      fc.property(characters, fc.infiniteStream(fc.boolean()), (text, bits) => {
        const starts = [...text, ''].map(() => bits.next().value as boolean);
        const ends = wordEndsIn(text.join(''), offset => starts[offset]!);
        assert.deepEqual(
          ends,
          [...new Set(ends)].sort((a, b) => a - b),
        );
        for (const end of ends) {
          assert.ok(end > 0 && end <= text.length);
          assert.notEqual(text[end - 1], '“');
          const isBesideMark = /[”，。]/.test((text[end - 1] ?? '') + (text[end] ?? ''));
          assert.ok(starts[end] || isBesideMark);
          assert.ok(!/[”，。]{2}/.test((text[end - 1] ?? '') + (text[end] ?? '')));
        }
      }),
    );
  });

  it('are guessed by the segmenter of the language where the corpus is silent', () => {
    const startsWord = wordStartsOf('我们的', '柳编合作社');
    assert.ok(startsWord(2) && startsWord(5));
    assert.ok(!startsWord(3));
  });

  it('are no place to stop behind a word that leads on, or one character into a clause', () => {
    assert.ok(endsInMidAir('抓落实的', [3, 4]));
    assert.ok(endsInMidAir('紧迫感，抓', [3, 4, 5]));
    assert.ok(!endsInMidAir('抓落实', [3]));
    assert.ok(!endsInMidAir('抓落实，', [3, 4]));
  });
});
