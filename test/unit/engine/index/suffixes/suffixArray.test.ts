import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suffixArray } from '../../../../../src/engine/index/suffixes/suffixArray';
import { openSuffixSorter } from '../../../../../src/engine/index/suffixes/suffixSorter';
import { runs } from '../../../../fixtures/runs';
import { codeUnits, repetitive } from '../samples';

/** By comparing whole suffixes: strings compare by code unit, and a prefix comes first. */
function naive(text: string): number[] {
  return [...Array(text.length).keys()].sort((a, b) => (text.slice(a) < text.slice(b) ? -1 : 1));
}

describe('suffixArray', () => {
  it('sorts the suffixes of a word', () => {
    assert.deepEqual([...suffixArray(codeUnits('banana'))], [5, 3, 1, 0, 4, 2]);
  });

  for (const text of [
    '',
    '稳',
    '稳稳稳稳稳',
    'abcdef',
    'fedcba',
    '\u0000\u0000\uffff\u0000',
    'abababab',
    'mississippi',
  ]) {
    it(`agrees with comparing suffixes: ${JSON.stringify(text)}`, () => {
      assert.deepEqual([...suffixArray(codeUnits(text))], naive(text));
    });
  }

  it('agrees with comparing suffixes, whatever the text', () => {
    fc.assert(
      fc.property(repetitive, text => assert.deepEqual([...suffixArray(codeUnits(text))], naive(text))),
      runs(150),
    );
  });

  it('goes several levels deep', () => {
    // Fibonacci strings have the most nested repetitions there are.
    let [a, b] = ['抓', '实'];
    while (b.length < 3000) [a, b] = [b, b + a];
    assert.deepEqual([...suffixArray(codeUnits(b))], naive(b));
  });
});

describe('openSuffixSorter', () => {
  it('agrees with suffixArray, whatever the texts, one after the other', () => {
    const sort = openSuffixSorter();
    fc.assert(
      fc.property(repetitive, text => assert.deepEqual(sort(codeUnits(text)), suffixArray(codeUnits(text)))),
      runs(150),
    );
  });

  it('agrees over the whole range of code units, long and short', () => {
    const sort = openSuffixSorter();
    const texts = fc.uint16Array({ maxLength: 3000, max: 0xffff });
    const fewUnits = fc.uint16Array({ maxLength: 3000, max: 3 });
    fc.assert(fc.property(fc.oneof(texts, fewUnits), text => assert.deepEqual(sort(text), suffixArray(text))));
  });

  it('goes several levels deep, and grows', () => {
    let [a, b] = ['抓', '实'];
    while (b.length < 300_000) [a, b] = [b, b + a];
    assert.deepEqual(openSuffixSorter()(codeUnits(b)), suffixArray(codeUnits(b)));
  });
});
