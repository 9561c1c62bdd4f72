import assert from 'node:assert/strict';
import { packDate, unpackDate } from '../../../../../src/engine/index/articles/packedDate';

describe('packDate', () => {
  for (const date of [null, '1954', '2015-05', '2015-05-23', '0987-01-02']) {
    it(`keeps ${date}`, () => assert.equal(unpackDate(packDate(date)), date));
  }

  it('sorts as dates do, the less precise first', () => {
    const dates = ['2014-12-31', '2015', '2015-05', '2015-05-23', '2015-06'];
    assert.deepEqual(
      [...dates].sort((a, b) => packDate(a) - packDate(b)),
      dates,
    );
  });

  it('drops what is not a date', () => {
    for (const wrong of ['', '昨天', '2015/05/23', '15-05-23', '2015-5-3'])
      assert.equal(unpackDate(packDate(wrong)), null);
  });
});
