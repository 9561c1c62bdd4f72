import assert from 'node:assert/strict';
import fc from 'fast-check';
import { SuffixColumn } from '../../../../../src/engine/index/columns/suffixColumn';
import { FAR_BRANCH, GROUP, packSuffixes, suffixWords } from '../../../../../src/engine/index/suffixes/branches';
import { SAMPLED_EVERY, SampledSuffixes, sampleSuffixes } from '../../../../../src/engine/index/suffixes/sampledRanks';
import { suffixArray } from '../../../../../src/engine/index/suffixes/suffixArray';
import { runs } from '../../../../fixtures/runs';
import { codeUnits, repetitive } from '../samples';

/** As `branches.ts` defines it: bit for bit, behind two code units. */
function naiveBranch(text: Uint16Array, one: number, other: number): number {
  const bit = (suffix: number, at: number) => ((text[suffix + 2 + (at >> 4)] ?? 0) >> (15 - (at & 15))) & 1;
  for (let at = 0; at < FAR_BRANCH; at++) if (bit(one, at) !== bit(other, at)) return at;
  return FAR_BRANCH;
}

const long = fc.tuple(repetitive, fc.integer({ min: 1, max: 8 })).map(([text, times]) => text.repeat(times));

describe('packSuffixes', () => {
  it('gives back every suffix, and the bit in which one of four parts from the one before', () => {
    fc.assert(
      fc.property(long, text => {
        const units = codeUnits(text);
        const suffixes = suffixArray(units);
        const { suffixes: words, sampledBranches } = packSuffixes(units, suffixes);
        const sampled = new SampledSuffixes(sampleSuffixes(suffixes), units.length);
        const column = new SuffixColumn(words, units.length, sampled);
        suffixes.forEach((suffix, rank) => {
          assert.equal(column.at(rank), suffix);
        });
        for (let step = GROUP; step <= SAMPLED_EVERY; step *= SAMPLED_EVERY / GROUP) {
          for (let rank = step; rank < suffixes.length; rank += step) {
            const [one, other] = [suffixes[rank - step]!, suffixes[rank]!];
            const branch = step === GROUP ? column.branchAt(rank / step) : sampledBranches[rank / step];
            const isPair =
              text.slice(one, one + 2) === text.slice(other, other + 2) && Math.max(one, other) + 2 <= text.length;
            if (isPair) assert.equal(branch, naiveBranch(units, one, other));
          }
        }
      }),
      runs(60),
    );
  });

  it('refuses a column whose bits cannot be counted any more', () => {
    assert.throws(() => suffixWords(2 ** 28, 28), RangeError);
  });
});
