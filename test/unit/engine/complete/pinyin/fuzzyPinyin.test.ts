import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  FUZZY_PAIRS,
  type FuzzyPair,
  fuzzyPairs,
  fuzzySpellings,
} from '../../../../../src/engine/complete/pinyin/fuzzyPinyin';

describe('fuzzySpellings', () => {
  const cases: [syllable: string, pairs: FuzzyPair[], spellings: string][] = [
    ['zheng', [], 'zheng'],
    ['zheng', ['en-eng'], 'zheng zhen'],
    ['ling', ['n-l', 'in-ing'], 'ling lin ning nin'],
    ['li', ['n-l', 'r-l'], 'li ni ri'],
    ['ni', ['n-l', 'r-l'], 'ni li'],
    ['huang', ['f-h', 'an-ang'], 'huang huan fuang fuan'],
    ['an', ['z-zh', 'n-l'], 'an'],
  ];
  for (const [syllable, pairs, spellings] of cases) {
    it(`${syllable} with ${pairs.join(', ') || 'nothing'} → ${spellings}`, () =>
      assert.deepEqual([...fuzzySpellings(syllable, pairs)].sort(), spellings.split(' ').sort()));
  }
  it('puts the syllable itself first, and mixes sounds up both ways', () => {
    const syllable = fc.constantFrom('zhang', 'zan', 'chen', 'nin', 'lang', 'ren', 'fang', 'hen', 'shi', 'an', 'er');
    fc.assert(
      fc.property(syllable, fc.constantFrom(...FUZZY_PAIRS), (own, pair) => {
        const spellings = fuzzySpellings(own, [pair]);
        assert.equal(spellings[0], own);
        for (const other of spellings) assert.ok(fuzzySpellings(other, [pair]).includes(own), `${other} ${own}`);
      }),
    );
  });
});

describe('fuzzyPairs', () => {
  it('takes the names it knows, whatever comes from outside', () => {
    assert.deepEqual(fuzzyPairs(['in-ing', 'x-y', 3, 'z-zh']), ['z-zh', 'in-ing']);
    for (const other of [undefined, null, 'z-zh', {}, 7]) assert.deepEqual(fuzzyPairs(other), []);
  });
});
