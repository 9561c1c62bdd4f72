import assert from 'node:assert/strict';
import { partOfSpeech } from '../../../../../src/engine/lookup/wording/partOfSpeech';
import { segmentOf } from '../../segmentOf';

const view = [
  segmentOf([
    { paragraphs: ['要压实责任，更加扎实。', '逐级地压实，主要任务是什么，我们的任务是什么。', '优化环境的办法。'] },
  ]),
];

describe('the part of speech', () => {
  it('is that of the dictionary', () => {
    assert.deepEqual(
      ['v', 'vn', 'a', 'ad', 'b', 'n', 'an', 'd', 'i', 'x'].map(tag => partOfSpeech(view, '环境', tag)),
      ['verb', 'verb', 'adjective', 'other', 'adjective', 'noun', 'noun', 'other', 'other', 'other'],
    );
  });

  it('is put right by what the corpus does with the word', () => {
    assert.equal(partOfSpeech(view, '压实', 'n'), 'verb');
    assert.equal(partOfSpeech(view, '任务', 'n'), 'noun');
  });

  it('is told by the corpus alone where no dictionary has the word', () => {
    assert.deepEqual(
      ['压实', '扎实', '任务', '环境'].map(word => partOfSpeech(view, word, undefined)),
      ['verb', 'adjective', 'noun', 'noun'],
    );
  });
});
