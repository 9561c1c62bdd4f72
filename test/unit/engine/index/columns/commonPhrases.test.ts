import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonPhrases } from '../../../../../src/engine/index/columns/commonPhrases';
import { suffixArray } from '../../../../../src/engine/index/suffixes/suffixArray';

function phrasesOf(text: string, isWordStart: (position: number) => boolean = () => true, most = 1000) {
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return commonPhrases(units, suffixArray(units), isWordStart, most).map(({ position, length, count }) => ({
    text: text.slice(position, position + length),
    count,
  }));
}

describe('commonPhrases', () => {
  it('finds what recurs, whole phrases rather than their beginnings', () => {
    const found = phrasesOf('守初心担使命，我们守初心担使命。大家守初心。');
    assert.deepEqual(
      found.find(p => p.text === '守初心担使命'),
      { text: '守初心担使命', count: 2 },
    );
    assert.deepEqual(
      found.find(p => p.text === '守初心'),
      { text: '守初心', count: 3 },
    );
    assert.equal(
      found.find(p => p.text === '守初心担'),
      undefined,
    );
  });
  it('finds a phrase that always comes after a mark, but not the rest of a longer one', () => {
    const found = phrasesOf('天晴了，守初心。雨停了，守初心。我说，守初心。').map(({ text }) => text);
    assert.ok(found.includes('守初心'));
    assert.ok(!found.includes('初心'));
  });
  it('begins and ends at words and stops at marks other than 、', () => {
    const text = '守初心、担使命。守初心、担使命。';
    assert.ok(phrasesOf(text).some(p => p.text === '守初心、担使命'));
    const words = new Set([0, 3, 4, 7, 8, 11, 12, 15]);
    assert.ok(phrasesOf(text, at => words.has(at)).every(p => words.has(text.indexOf(p.text))));
  });
  it('counts every phrase as a plain search does', () => {
    const letters = fc.array(fc.constantFrom(...'稳进好，'), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(letters, characters => {
        const text = characters.join('');
        for (const { text: phrase, count } of phrasesOf(text)) {
          let plain = 0;
          for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) plain++;
          assert.equal(count, plain, phrase);
        }
      }),
    );
  });
});
