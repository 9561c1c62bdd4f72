import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countCharacters } from '../../../../src/engine/text/countCharacters';

describe('countCharacters', () => {
  for (const [text, count] of [
    ['', 0],
    [' 　\n\t', 0],
    ['抓落实。', 4],
    ['建成5G基站1200个。', 8],
    ['“三农”——根本', 8],
    ['Fanben is here', 3],
    ['GDP增长5.5%', 4],
    ['１２月', 3],
    ['𠮷祥😀', 3],
  ] as const) {
    it(`of ${JSON.stringify(text)} are ${count}`, () => assert.equal(countCharacters(text), count));
  }

  it('adds up over lines', () => {
    const line = fc.string({ unit: fc.constantFrom('抓', '，', 'a', '1', ' ', '　', '“') });
    fc.assert(
      fc.property(fc.array(line), lines => {
        const sum = lines.reduce((total, text) => total + countCharacters(text), 0);
        assert.equal(countCharacters(lines.join('\n')), sum);
      }),
    );
  });
});
