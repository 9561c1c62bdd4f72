import assert from 'node:assert/strict';
import { segmentEnds, segmentWords } from '../../../../src/engine/text/segmentWords';

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
