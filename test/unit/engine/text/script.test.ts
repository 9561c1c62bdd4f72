import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hasTraditional, toSimplified } from '../../../../src/engine/text/script';

describe('script', () => {
  it('turns traditional into simplified script by words', () => {
    assert.equal(toSimplified('各級領導幹部要把羣眾放在心裏，乾坤不移'), '各级领导干部要把群众放在心里，乾坤不移');
  });

  it('sees traditional characters, and none in simplified text that shares some', () => {
    assert.ok(hasTraditional('為民服務'));
    assert.ok(!hasTraditional('乾坤、著名、于是、后来、里程、面条、台湾'));
  });

  it('never changes the length', () => {
    const unit = fc.constantFrom(...'學習發展幹部裏麵台灣著力臺乾𫗧A，1山於');
    fc.assert(fc.property(fc.string({ unit }), text => assert.equal(toSimplified(text).length, text.length)));
  });
});
