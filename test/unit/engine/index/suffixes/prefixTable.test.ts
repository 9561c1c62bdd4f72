import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suffixArray } from '../../../../../src/engine/index/suffixes/suffixArray';
import { prefixesOf } from '../prefixesOf';
import { codeUnits, repetitive } from '../samples';

function tableOf(text: string) {
  const units = codeUnits(text);
  const suffixes = suffixArray(units);
  const sorted = [...suffixes].map(position => text.slice(position));
  return { units, table: prefixesOf(units, suffixes), sorted };
}

describe('PrefixTable', () => {
  it('counts the suffixes whose first code unit is below each code unit', () => {
    fc.assert(
      fc.property(repetitive, fc.integer({ min: 0, max: 0x10000 }), (text, code) => {
        const { units, table } = tableOf(text);
        for (const one of [code, 0, 0xffff, 0x10000, ...units.slice(0, 5)]) {
          assert.equal(table.start(one), units.filter(unit => unit < one).length, `below ${one}`);
        }
      }),
    );
  });

  it('gives the suffixes that begin with each pair of code units', () => {
    fc.assert(
      fc.property(
        repetitive,
        fc.integer({ min: 0, max: 0xffff }),
        fc.integer({ min: 0, max: 0xffff }),
        (text, a, b) => {
          const { units, table, sorted } = tableOf(text);
          const pairs = [
            [a, b],
            [units[0] ?? a, b],
            [a, units[1] ?? b],
            [0xffff, 0xffff],
          ];
          for (let i = 0; i + 1 < Math.min(units.length, 8); i++) pairs.push([units[i]!, units[i + 1]!]);
          for (const [first, second] of pairs as [number, number][]) {
            const { lo, hi } = table.pairRange(first, second);
            const found = sorted.slice(lo, hi);
            const start = String.fromCharCode(first, second);
            assert.deepEqual(
              found,
              sorted.filter(suffix => suffix.startsWith(start)),
            );
          }
        },
      ),
    );
  });
});
