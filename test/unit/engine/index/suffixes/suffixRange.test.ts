import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suffixRange } from '../../../../../src/engine/index/suffixes/suffixRange';
import { runs } from '../../../../fixtures/runs';
import { repetitive, segmentOfText } from '../samples';

function naive(text: string, pattern: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) found.push(at);
  return found;
}

function positions(text: string, pattern: string): number[] {
  const segment = segmentOfText(text);
  const { lo, hi } = suffixRange(segment, pattern);
  return Array.from({ length: hi - lo }, (_, i) => segment.suffixAt(lo + i)).sort((a, b) => a - b);
}

describe('suffixRange', () => {
  it('finds every place a phrase stands at, overlapping ones too', () => {
    assert.deepEqual(positions('干干净净干干', '干干'), [0, 4]);
    assert.deepEqual(positions('好好好', '好好'), [0, 1]);
  });

  it('is empty for what is not there, also beyond the last code unit', () => {
    assert.deepEqual(positions('稳中求进', '求稳'), []);
    assert.deepEqual(positions('稳中求进', '\uffff'), []);
    assert.deepEqual(positions('', '稳'), []);
  });

  it('finds what indexOf finds', () => {
    const parts = repetitive.chain(text =>
      fc.tuple(
        fc.constant(text),
        fc
          .nat(Math.max(0, text.length - 1))
          .chain(at => fc.integer({ min: 1, max: 8 }).map(n => text.slice(at, at + n))),
        fc.string({ unit: fc.constantFrom('推', '动', 'a', '\u0001'), minLength: 1, maxLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(parts, ([text, inside, foreign]) => {
        if (inside) assert.deepEqual(positions(text, inside), naive(text, inside));
        assert.deepEqual(positions(text, foreign), naive(text, foreign));
      }),
      runs(50),
    );
  });
});
