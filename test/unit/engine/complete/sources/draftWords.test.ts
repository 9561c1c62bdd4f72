import assert from 'node:assert/strict';
import fc from 'fast-check';
import { wordsWithoutPieces } from '../../../../../src/engine/complete/admission/pieces';
import { createDraftWords } from '../../../../../src/engine/complete/sources/draftWords';

const parts = fc.constantFrom(
  '推动',
  '高质量',
  '发展',
  '文旅',
  '的',
  '抓',
  '试剂盒',
  '我们',
  '，',
  '。',
  '、',
  '\n',
  '“',
  '”',
);

describe('the words of a draft', () => {
  it('end and begin where they do when all of it is cut at once', () => {
    const words = createDraftWords();
    fc.assert(
      fc.property(fc.array(parts, { minLength: 3, maxLength: 40 }), fc.nat(), fc.nat(6), (written, place, more) => {
        const draft = written.join('');
        const starts = wordsWithoutPieces(draft);
        const isStart = (at: number) => at === draft.length || starts.has(at);
        const context = draft.slice(-1);
        const from = place % draft.length;
        const continuation = draft.slice(from, from + 1 + more);
        const at = draft.lastIndexOf(context + continuation, draft.length - 2);
        assert.equal(words.ends(draft, continuation), at < 0 || isStart(at + 1 + continuation.length));
        assert.equal(words.begins(draft, 1, continuation), at < 0 || isStart(at));
      }),
    );
  });
});
