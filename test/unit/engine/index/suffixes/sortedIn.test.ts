import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SAMPLED_EVERY } from '../../../../../src/engine/index/suffixes/sampledRanks';
import { sortedIn } from '../../../../../src/engine/index/suffixes/sortedIn';
import { suffixRange } from '../../../../../src/engine/index/suffixes/suffixRange';
import { matchLength } from '../../../../../src/engine/passages/matchLength';
import { segmentOfText } from '../samples';

const unit = fc.constantFrom('推', '动');
/** Of two characters: the suffixes that begin with a pair are so many that sampled ones are looked at first. */
const long = fc.string({ unit, minLength: 8 * SAMPLED_EVERY, maxLength: 12 * SAMPLED_EVERY });
const asked = fc.string({
  unit: fc.oneof({ weight: 9, arbitrary: unit }, fc.constant('高')),
  minLength: 2,
  maxLength: 16,
});

function common(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a[length] === b[length]) length++;
  return length;
}

describe('sortedIn', () => {
  it('finds where a text would stand, and what its neighbours have in common with it', () => {
    fc.assert(
      fc.property(long, asked, (text, wanted) => {
        const segment = segmentOfText(text);
        const found = sortedIn(segment, wanted, 0, wanted.length);
        if (!found) return assert.ok(!text.includes(wanted.slice(0, 2)));
        const suffixes = Array.from(text, (_, at) => text.slice(at)).sort();
        const { lo, hi, rank, below, above } = found;
        assert.equal(rank, suffixes.filter(suffix => suffix < wanted).length);
        assert.equal(below, rank > lo ? common(suffixes[rank - 1]!, wanted) : -1);
        assert.equal(above, rank < hi ? common(suffixes[rank]!, wanted) : -1);
      }),
      { numRuns: 40 },
    );
  });

  it('tells how much of a text stands in one piece, and the range of suffixes that have it all', () => {
    fc.assert(
      fc.property(long, asked, (text, wanted) => {
        const segment = segmentOfText(text);
        const lengths = Array.from(wanted, (_, i) => i + 1).filter(length => text.includes(wanted.slice(0, length)));
        assert.equal(matchLength(segment, wanted, 0, wanted.length), Math.max(0, ...lengths));
        const { lo, hi } = suffixRange(segment, wanted);
        assert.equal(hi - lo, Array.from(text, (_, at) => text.startsWith(wanted, at)).filter(Boolean).length);
      }),
      { numRuns: 40 },
    );
  });
});
