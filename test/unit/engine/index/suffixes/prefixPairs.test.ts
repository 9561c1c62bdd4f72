import assert from 'node:assert/strict';
import fc from 'fast-check';
import { prefixColumns } from '../../../../../src/engine/index/suffixes/prefixColumns';
import { encodePairs, openPairs } from '../../../../../src/engine/index/suffixes/prefixPairs';
import { suffixArray } from '../../../../../src/engine/index/suffixes/suffixArray';
import { runs } from '../../../../fixtures/runs';
import { codeUnits, repetitive } from '../samples';

const columnsOf = (text: string) => prefixColumns(codeUnits(text), suffixArray(codeUnits(text)));

/** A character that others follow, each once: more pairs of one bucket than are noted one by one. */
const manyPairs = fc
  .uniqueArray(fc.integer({ min: 0x4e00, max: 0x9fff }), { minLength: 40, maxLength: 200 })
  .map(codes => codes.map(code => `的${String.fromCharCode(code)}`).join(''));

describe('prefixPairs', () => {
  it('are found as they were, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(repetitive, manyPairs), text => {
        const columns = columnsOf(text);
        const { bucketCodes, bucketPairs, pairCodes, pairStarts } = columns;
        const pairs = openPairs(encodePairs(columns), columns, text.length)!;
        bucketCodes.forEach((_, first) => {
          const start = bucketPairs[first]!;
          const end = bucketPairs[first + 1] ?? pairCodes.length;
          bucketCodes.forEach((code, second) => {
            const at = pairCodes.subarray(start, end).indexOf(code) + start;
            const expected = at < start ? null : { lo: pairStarts[at], hi: at + 1 < end ? pairStarts[at + 1] : -7 };
            assert.deepEqual(pairs.range(first, second, -7), expected);
          });
        });
      }),
      runs(10),
    );
  });

  it('are not read from bytes that end early, go on, or are nonsense', () => {
    const text = '坚持稳中求进，坚持实干为先，推动各项工作再上台阶。';
    const columns = columnsOf(text);
    const bytes = encodePairs(columns);
    for (let length = 0; length < bytes.length; length++)
      assert.equal(openPairs(bytes.subarray(0, length), columns, text.length), null);
    assert.equal(openPairs(Uint8Array.of(...bytes, 0), columns, text.length), null);
    assert.equal(openPairs(new Uint8Array(40).fill(255), columns, text.length), null);
    assert.equal(openPairs(bytes, columns, 3), null);
  });
});
