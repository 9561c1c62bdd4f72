import assert from 'node:assert/strict';
import { isFunctionWord, isOnlyFunctionWords } from '../../../../src/engine/passages/functionWords';

describe('function words', () => {
  it('are single words', () => {
    assert.ok(isFunctionWord('的') && isFunctionWord('以及') && !isFunctionWord('初心'));
  });
  for (const [text, only] of [
    ['的', true],
    ['，我们要', true],
    ['。这是对', true],
    ['要推动', false],
    ['推动的', false],
    ['', true],
    ['这里那里的时间', true],
    // In as many ways as there are pairs, doubled each time: who tries them all is never done.
    [`${'不是'.repeat(60)}推`, false],
  ] as const) {
    it(`${text.slice(0, 8) || 'nothing'}: ${only ? 'nothing else' : 'something else'}`, () =>
      assert.equal(isOnlyFunctionWords(text), only));
  }
});
