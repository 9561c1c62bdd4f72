import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encodeGrams, GRAM, gramBytes, gramsAmong, visitGrams } from '../../../../../src/engine/index/grams/grams';
import { ARTICLE_END } from '../../../../../src/engine/index/segment';
import { codeUnits, jumble } from '../samples';

/** The hashes of the grams of a text, by where they begin. */
function gramsOf(text: string) {
  const hashes = new Map<number, number>();
  visitGrams(codeUnits(text), (hash, at) => hashes.set(at, hash));
  return hashes;
}

/** Which grams of `asked` a text may have. */
const among = (text: string, asked: string) =>
  gramsAmong(encodeGrams(codeUnits(text)), Uint32Array.from(gramsOf(asked).values()));

describe('grams', () => {
  const end = String.fromCharCode(ARTICLE_END);
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '\n', end, '𠮷'), maxLength: 60 });

  it('[property] are all stretches of their length within a paragraph, equal ones with equal hashes', () => {
    fc.assert(
      fc.property(text, text => {
        const found = gramsOf(text);
        const known = new Map<string, number>();
        for (let at = 0; at < text.length; at++) {
          const gram = text.slice(at, at + GRAM);
          assert.equal(found.has(at), gram.length === GRAM && !gram.includes('\n') && !gram.includes(end));
          if (!found.has(at)) continue;
          assert.equal(found.get(at), known.get(gram) ?? found.get(at));
          known.set(gram, found.get(at)!);
        }
      }),
    );
  });

  it('[property] of a text are never said not to be there', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % (text.length + 1);
        assert.ok(!among(text, text.slice(start, start + length)).includes(0));
      }),
    );
  });

  it('of other texts are told apart, two of five', () => {
    const [one, other] = [jumble(1, 4000), jumble(2, 4000)];
    const own = new Set(gramsOf(one).values());
    const strangers = [...gramsOf(other).values()].filter(hash => !own.has(hash));
    const taken = gramsAmong(encodeGrams(codeUnits(one)), Uint32Array.from(strangers));
    assert.ok(strangers.length > 1000);
    const share = taken.reduce((sum, bit) => sum + bit, 0) / strangers.length;
    assert.ok(share > 0.5 && share < 0.7, `${share}`);
  });

  it('take a bit a character', () => {
    assert.equal(gramBytes(1_000_000), 125_000);
    assert.equal(gramBytes(1), 1);
    assert.equal(gramBytes(0), 0);
  });
});
