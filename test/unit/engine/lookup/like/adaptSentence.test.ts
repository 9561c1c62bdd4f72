import assert from 'node:assert/strict';
import { adaptSentence } from '../../../../../src/engine/lookup/like/adaptSentence';
import { placedWords } from '../../../../../src/engine/lookup/like/likest';
import { withOffices } from '../../../../../src/engine/lookup/like/offices';
import { wordDifference } from '../../../../../src/engine/lookup/like/wordDifference';
import { particularsOf } from '../../../../../src/engine/skeleton/particulars/particulars';

const places = new Set(['青禾', '白水']);
const read = (sentence: string) => ({ sentence, particulars: withOffices(sentence, particularsOf(sentence, places)) });

function adapted(theirs: string, mine: string, draft = ''): string {
  const { replaced } = wordDifference(placedWords(mine), placedWords(theirs), word => word.length);
  return adaptSentence(read(theirs), read(mine), replaced, particularsOf(draft, places));
}

describe('adaptSentence', () => {
  it('takes the year and place of the draft, and makes a slot of a figure it has not', () => {
    assert.equal(
      adapted('2023年，青禾县实现生产总值86亿元。', '2024年，白水县实现生产总值增长。'),
      '2024年，白水县实现生产总值〔数字〕亿元。',
    );
  });

  it('takes the one place of the draft where the sentence has none', () => {
    assert.equal(adapted('青禾的明天更美好。', '明天会更美好。', '在白水县的讲话'), '白水的明天更美好。');
  });

  it('never takes the only figure of a draft for another', () => {
    assert.equal(adapted('完成投资35亿元。', '完成投资。', '全县人口50万人。'), '完成投资〔数字〕亿元。');
  });

  it('takes the office of the draft for that beside a name, and the rank of its place', () => {
    assert.equal(
      adapted('全县上下一起干，县委书记程向南同志到现场。', '全市上下一起干，市长周明远同志到现场。'),
      '全市上下一起干，市长周明远同志到现场。',
    );
  });

  it('makes a slot of an office beside a name that the draft has not, and leaves what may be anybody’s', () => {
    assert.equal(adapted('县委书记程向南同志到现场。', '大家到现场。'), '〔职务〕〔人名〕同志到现场。');
    assert.equal(adapted('各级书记要到现场。', '大家要到现场。'), '各级书记要到现场。');
  });

  it('leaves what the draft says itself', () => {
    assert.equal(adapted('2024年青禾县开局良好。', '2024年开局良好。', '青禾县'), '2024年青禾县开局良好。');
  });
});
