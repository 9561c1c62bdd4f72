import assert from 'node:assert/strict';
import { flattened, savedByTaking } from '../../../src/engine/complete/ranking/itemValue';
import { type Pool, typePools } from '../../eval/fitting/pools';

const item = (length: number, isRight: boolean, endsWithMark = false) => ({
  length,
  isRight,
  endsWithMark,
  isAdmitted: true,
  prefix: -1,
});

describe('typing by what may stand in a list', () => {
  const pool: Pool = {
    candidates: [item(2, true), item(8, false)],
    probability: Float64Array.of(0.4, 0.1),
  };
  const places = [null, pool, null, null];

  it('takes the longest right item of those that the value chooses', () => {
    assert.deepEqual(typePools([places], savedByTaking, 2), [{ keystrokes: 3, characters: 4 }]);
    // 8 characters at 0.1 promise more keys than 2 at 0.4, if all of them count: then there is no room for the right one.
    assert.deepEqual(typePools([places], savedByTaking, 1), [{ keystrokes: 4, characters: 4 }]);
    assert.deepEqual(typePools([places], flattened({ power: 0.5, mark: 0.4 }), 1), [{ keystrokes: 3, characters: 4 }]);
  });

  it('takes nothing that is not admitted', () => {
    const refused = { ...pool, candidates: pool.candidates.map(one => ({ ...one, isAdmitted: !one.isRight })) };
    assert.deepEqual(typePools([[null, refused, null, null]], savedByTaking, 2), [{ keystrokes: 4, characters: 4 }]);
  });

  it('leaves the probabilities as they were', () => {
    typePools([places], savedByTaking, 2);
    assert.deepEqual([...pool.probability], [0.4, 0.1]);
  });
});

describe('the value of an item', () => {
  it('grows more slowly than its length, and with a mark', () => {
    const value = flattened({ power: 0.5, mark: 0.4 });
    assert.equal(value({ length: 5 }), 2);
    assert.equal(value({ length: 5, endsWithMark: true }), 2.4);
  });
});
