import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFrequency } from '../../../../../src/engine/complete/sources/frequency';
import { segmentOf } from '../../segmentOf';

const unit = fc.constantFrom('推', '动', '高', '，');
const texts = fc.array(fc.string({ unit, minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 3 });

function occurrences(text: string, wanted: string): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}

describe('createFrequency', () => {
  it('counts what stands in the corpus, whether or not its beginning was asked about before', () => {
    fc.assert(
      fc.property(texts, fc.string({ unit, minLength: 1, maxLength: 6 }), fc.nat(5), (paragraphs, wanted, cut) => {
        const frequency = createFrequency(
          paragraphs.map(text => segmentOf([{ paragraphs: [text] }])),
          3,
        );
        const expected = paragraphs.reduce((sum, text) => sum + occurrences(text, wanted), 0);
        const prefix = wanted.slice(0, cut);
        if (prefix !== '') frequency(0, prefix, -1);
        assert.equal(frequency(1, wanted, prefix === '' ? -1 : 0), expected);
        assert.equal(frequency(2, wanted, -1), expected);
      }),
    );
  });
});
