import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Segment } from '../../../../../src/engine/index/segment';
import { endOfPrefix, placeOf } from '../../../../../src/engine/index/suffixes/blindSearch';
import { SAMPLED_EVERY } from '../../../../../src/engine/index/suffixes/sampledRanks';
import { suffixRange } from '../../../../../src/engine/index/suffixes/suffixRange';
import { runs } from '../../../../fixtures/runs';
import { segmentOfText } from '../samples';

/** Pieces that return, so that neighbours have more in common than branches tell; in front of many a sampled suffix. 高 differs in the first bit. */
const unit = fc.constantFrom('推', '动', '高', '\u4e00', 'a', '\n');
const text = fc
  .tuple(
    fc.array(fc.string({ unit, minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 6 }),
    fc.array(fc.nat(5), { maxLength: 60 }),
    fc.string({ unit: fc.constantFrom('推', '动', '高'), maxLength: 4 * SAMPLED_EVERY }),
  )
  .map(([pieces, order, tail]) => order.map(i => pieces[i % pieces.length]!).join('') + tail);

/** A stretch of the text, often with another end. */
const askedOf = (of: string) =>
  fc
    .tuple(fc.nat(Math.max(0, of.length - 3)), fc.integer({ min: 2, max: 40 }), fc.string({ unit, maxLength: 3 }))
    .map(([at, length, end]) => of.slice(at, at + length) + end)
    .filter(asked => asked.length >= 2);

const compared = text.chain(of => fc.tuple(fc.constant(of), askedOf(of)));

function common(a: string, b: string): number {
  let length = 0;
  while (length < b.length && a[length] === b[length]) length++;
  return length;
}

/** The same, and how many suffixes have been compared with something. */
function watched(segment: Segment): { segment: Segment; looks: () => number } {
  let looks = 0;
  const suffixAt = (rank: number) => {
    looks++;
    return segment.suffixAt(rank);
  };
  return { segment: Object.create(segment, { suffixAt: { value: suffixAt } }) as Segment, looks: () => looks };
}

describe('a blind search', () => {
  const sortedSuffixes = (of: string) => Array.from(of, (_, at) => of.slice(at)).sort();

  it('finds the place that comparing with all suffixes finds, and what its neighbours have in common with it', () => {
    fc.assert(
      fc.property(compared, ([of, wanted]) => {
        const segment = segmentOfText(of);
        const { lo, hi } = segment.pairRange(wanted.charCodeAt(0), wanted.charCodeAt(1));
        const place = placeOf(segment, lo, hi, { text: `。${wanted}。`, from: 1, end: 1 + wanted.length });
        const suffixes = sortedSuffixes(of);
        const rank = suffixes.findIndex(suffix => suffix >= wanted);
        if (lo === hi) return;
        assert.equal(place.rank, rank < 0 ? suffixes.length : rank);
        assert.equal(place.below, place.rank > lo ? common(suffixes[place.rank - 1]!, wanted) : -1);
        assert.equal(place.above, place.rank < hi ? common(suffixes[place.rank]!, wanted) : -1);
      }),
      runs(200),
    );
  });

  it('finds the last of those that begin with a text', () => {
    fc.assert(
      fc.property(compared, ([of, wanted]) => {
        const suffixes = sortedSuffixes(of);
        const first = suffixes.findIndex(suffix => suffix.startsWith(wanted));
        if (first < 0) return;
        const segment = segmentOfText(of);
        const { hi } = segment.pairRange(wanted.charCodeAt(0), wanted.charCodeAt(1));
        const last = suffixes.findLastIndex(suffix => suffix.startsWith(wanted));
        assert.equal(endOfPrefix(segment, first, hi, { text: wanted, from: 0, end: wanted.length }), last + 1);
      }),
      runs(200),
    );
  });

  it('compares a handful of suffixes, however many there are', () => {
    // Each character is one of four by the bits of a linear congruential generator: the suffixes part early, and nothing repeats.
    let state = 7;
    const next = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return '推动高质'[state >>> 30]!;
    };
    const of = Array.from({ length: 40_000 }, next).join('');
    const { segment, looks } = watched(segmentOfText(of));
    for (let at = 0; at < 40_000; at += 997) {
      const before = looks();
      suffixRange(segment, of.slice(at, at + 9));
      assert.ok(looks() - before <= 12, `${looks() - before} at ${at}`);
    }
  });
});
