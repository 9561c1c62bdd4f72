import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodePairs, encodePairs } from '../../../../../src/engine/index/suffixes/prefixPairs';
import { prefixColumns } from '../../../../../src/engine/index/suffixes/prefixTable';
import { suffixArray } from '../../../../../src/engine/index/suffixes/suffixArray';
import { codeUnits, repetitive } from '../samples';

const columnsOf = (text: string) => prefixColumns(codeUnits(text), suffixArray(codeUnits(text)));

describe('prefixPairs', () => {
  it('are read back as they were, whatever the text', () => {
    fc.assert(
      fc.property(repetitive, text => {
        const columns = columnsOf(text);
        const { pairCodes, pairStarts } = columns;
        assert.deepEqual(decodePairs(encodePairs(columns), columns), { pairCodes, pairStarts });
      }),
    );
  });

  it('are not read from bytes that end early, go on, or are nonsense', () => {
    const columns = columnsOf('坚持稳中求进，坚持实干为先，推动各项工作再上台阶。');
    const bytes = encodePairs(columns);
    for (let length = 0; length < bytes.length; length++)
      assert.equal(decodePairs(bytes.subarray(0, length), columns), null);
    assert.equal(decodePairs(Uint8Array.of(...bytes, 0), columns), null);
    assert.equal(decodePairs(new Uint8Array(40).fill(255), columns), null);
  });
});
