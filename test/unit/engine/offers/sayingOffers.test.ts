import assert from 'node:assert/strict';
import { sayingOffers } from '../../../../src/engine/offers/sayingOffers';

const SAYINGS = ['功成不必在我，功成必定有我', '一步一个脚印', '干字当头'];
const texts = (before: string) => sayingOffers(before, SAYINGS).map(({ text }) => text);

describe('kept sayings', () => {
  it('go on where one of their clauses has been begun', () => {
    assert.deepEqual(texts('我们要有境界，功成不必'), ['在我，功成必定有我']);
    assert.deepEqual(texts('功成必定'), ['有我']);
    assert.deepEqual(texts('功成不必在我，功成'), ['必定有我']);
  });

  it('do not go on within a clause, or where too little is typed, or all of it', () => {
    assert.deepEqual(texts('我们功成不必'), []);
    assert.deepEqual(texts('功'), []);
    assert.deepEqual(texts('一步一个脚印'), []);
    assert.deepEqual(texts(''), []);
  });

  it('are meant from three characters on', () => {
    assert.deepEqual(
      ['。一步', '。一步一'].map(before => sayingOffers(before, SAYINGS)[0]?.isClear),
      [false, true],
    );
  });

  it('take linear time in what is typed, however it repeats', () => {
    assert.deepEqual(sayingOffers('，'.repeat(100_000), ['，'.repeat(500)]).length <= 2, true);
  });
});
