import assert from 'node:assert/strict';
import fc from 'fast-check';
import { otherPlaces } from '../../../../src/client/sources/otherPlaces';

describe('otherPlaces', () => {
  it('tells where else a text has a wording', () => {
    assert.deepEqual(otherPlaces('抓落实，敢抓落实。', '抓落实', 0), [5]);
    assert.deepEqual(otherPlaces('抓落实，敢抓落实。', '抓落实', 5), [0]);
  });

  it('tells of nothing where nothing is marked, or a page is', () => {
    assert.deepEqual(otherPlaces('抓落实', '', 0), []);
    const page = '抓'.repeat(201);
    assert.deepEqual(otherPlaces(page + page, page, 0), []);
  });

  it('finds the wording at each of them, and none over another', () => {
    const text = fc.string({ unit: fc.constantFrom('抓', '实'), maxLength: 30 });
    fc.assert(
      fc.property(
        text,
        fc.string({ unit: fc.constantFrom('抓', '实'), minLength: 1, maxLength: 3 }),
        (all, wording) => {
          const places = otherPlaces(all, wording, -1);
          for (const [at, place] of places.entries()) {
            assert.equal(all.slice(place, place + wording.length), wording);
            if (at > 0) assert.ok(place >= places[at - 1]! + wording.length);
          }
          assert.equal(places.length, all.split(wording).length - 1);
        },
      ),
    );
  });
});
