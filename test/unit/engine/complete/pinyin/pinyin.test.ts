import assert from 'node:assert/strict';
import { typedLetters } from '../../../../../src/engine/complete/pinyin/typedLetters';
import { createSuggestions } from '../../../../../src/engine/complete/suggestions';
import { segmentOf } from '../../segmentOf';

const corpus = [
  segmentOf([
    { paragraphs: ['守初心|担使命|，|转作风|抓落实|。'] },
    { paragraphs: ['守初心|担使命|，|推动|高质量|发展|。'] },
    { paragraphs: ['我们|要|推动|高质量|发展|，|不断|增强|后劲|。'] },
  ]),
];
const suggestions = createSuggestions(corpus);
const ask = (before: string, pinyin = true) => suggestions.complete({ before }, { limit: 5, pinyin }).phrases;

describe('typedLetters', () => {
  const cases: [string, string][] = [
    ['推动gzl', 'gzl'],
    ['scx', 'scx'],
    ['，shoucx', 'shoucx'],
    ['推动g', ''],
    ['iPhone', ''],
    ['v2ray', ''],
    ['www.scx', ''],
    ['推动', ''],
  ];
  for (const [before, letters] of cases)
    it(`${before}| → ${letters || 'none'}`, () => assert.equal(typedLetters(before), letters));
});

describe('complete for pinyin letters', () => {
  for (const letters of ['scx', 'shouchuxin', 'shoucx', 'scxdsm']) {
    it(`${letters} finds what recurs, with no context at all`, () => {
      const [first] = ask(letters);
      assert.equal(first?.text, '守初心担使命');
      assert.equal(first?.replace, letters.length);
      assert.equal(first?.articles, 2);
    });
  }
  it('what may follow the context comes first, and the letters are replaced', () => {
    const [first] = ask('下一步，推动gzl');
    assert.ok(first?.text.startsWith('高质量'), first?.text);
    assert.equal(first?.replace, 3);
    assert.ok(first!.articles >= 1);
  });
  it('is off when it is off', () => {
    assert.ok(ask('scx', false).every(({ replace }) => replace !== 3));
  });
});
