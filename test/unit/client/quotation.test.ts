import assert from 'node:assert/strict';
import { quotation } from '../../../src/client/search/quotation';

const hit = {
  path: '/语料/讲话.txt',
  entry: 0,
  paragraph: 0,
  offset: 0,
  length: 2,
  title: '在全县大会上的讲话',
  date: '2023-02-06',
  speaker: '周明远',
  before: '',
  match: '干部',
  after: '要“脚上有泥”。',
  sentence: '干部要“脚上有泥”。',
  isScattered: false,
};

describe('a quotation', () => {
  it('has its source behind it, and single marks within', () => {
    assert.equal(quotation(hit), '“干部要‘脚上有泥’。”（周明远：《在全县大会上的讲话》，2023年2月6日）');
  });

  it('says what is known of the source, and no more', () => {
    assert.equal(
      quotation({ ...hit, speaker: null, date: '2023-02' }),
      '“干部要‘脚上有泥’。”（《在全县大会上的讲话》，2023年2月）',
    );
    assert.equal(quotation({ ...hit, speaker: null, date: null }), '“干部要‘脚上有泥’。”（《在全县大会上的讲话》）');
  });
});
