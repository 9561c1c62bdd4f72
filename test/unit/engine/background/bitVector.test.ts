import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BitVector } from '../../../../src/engine/background/bitVector';

const bits = fc.array(fc.boolean(), { minLength: 1, maxLength: 400 });

function vectorOf(set: readonly boolean[]): BitVector {
  const words = new Uint32Array((set.length + 31) >>> 5);
  set.forEach((bit, i) => {
    if (bit) words[i >>> 5]! |= 1 << (i & 31);
  });
  return new BitVector(words);
}

describe('BitVector', () => {
  it('counts the ones before every place', () => {
    fc.assert(
      fc.property(bits, set => {
        const vector = vectorOf(set);
        for (let place = 0; place <= set.length; place++) {
          assert.equal(vector.rank(place), set.slice(0, place).filter(Boolean).length, `before ${place}`);
        }
      }),
    );
  });

  it('finds every one by its number, and the next from any place', () => {
    fc.assert(
      fc.property(bits, set => {
        const vector = vectorOf(set);
        const places = [...set.keys()].filter(place => set[place]);
        assert.equal(vector.ones, places.length);
        assert.deepEqual(
          places.map((_, number) => vector.select(number)),
          places,
        );
        for (let place = 0; place <= (places.at(-1) ?? -1); place++) {
          assert.equal(
            vector.next(place),
            places.find(one => one >= place),
          );
        }
      }),
    );
  });
});
