import assert from 'node:assert/strict';
import { renamed } from '../../eval/skeleton/fitting/renamed';
import { readSpeeches, speechesBeside } from '../../eval/skeleton/labelledSpeech';

const ROOT = process.env.FANBEN_ROOT ?? '.';

describe('marked speeches with other names', () => {
  it('keep all but the names, the same name for the same name, and are the same for the same seed', () => {
    for (const speech of readSpeeches(speechesBeside(ROOT, 'articles')).filter((_, i) => i % 2 === 0)) {
      const copy = renamed(speech, 3);
      assert.deepEqual(copy, renamed(speech, 3));
      const names = new Map<string, string>();
      speech.paragraphs.forEach((text, paragraph) => {
        const [own, others] = [speech.particulars[paragraph]!, copy.particulars[paragraph]!];
        assert.equal(outside(text, own), outside(copy.paragraphs[paragraph]!, others));
        own.forEach(({ start, end }, i) => {
          const name = text.slice(start, end);
          const other = copy.paragraphs[paragraph]!.slice(others[i]!.start, others[i]!.end);
          assert.equal(names.get(name) ?? other, other);
          names.set(name, other);
          if (/\d/.test(name)) assert.equal(other, name);
        });
      });
    }
  });
});

/** A text with its marks emptied. */
function outside(text: string, marks: readonly { start: number; end: number }[]): string {
  const starts = [0, ...marks.map(({ end }) => end)];
  return starts.map((start, i) => text.slice(start, marks[i]?.start ?? text.length)).join('〔〕');
}
