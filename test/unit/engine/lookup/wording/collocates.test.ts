import assert from 'node:assert/strict';
import { collocates } from '../../../../../src/engine/lookup/wording/collocates';
import { segmentOf } from '../../segmentOf';

const sentences = [
  '层层|压实|责任|。',
  '压实|主体|责任|，|抓好|落实|。',
  '压实|工作|责任|。',
  '推动|工作|落实|。',
  '推动|工作|开展|。',
  '层层|压实|担子|。',
];
const view = [segmentOf(sentences.map(sentence => ({ paragraphs: [sentence] })))];

describe('collocates', () => {
  it('tells what goes with a word, both ways, the closest first', () => {
    const found = collocates(view, '压实', 5);
    assert.deepEqual(
      found.map(({ word, side, articles }) => [word, side, articles]),
      [
        ['层层', 'left', 2],
        ['责任', 'right', 3],
      ],
    );
  });

  it('gives 14 to two words that never stand without each other', () => {
    const pair = [segmentOf([{ paragraphs: ['踔厉|奋发|。'] }, { paragraphs: ['我们|踔厉|奋发|。'] }])];
    const [only] = collocates(pair, '踔厉', 5);
    assert.deepEqual([only?.word, only?.logDice], ['奋发', 14]);
  });

  it('counts an article once, however often it says it', () => {
    const clumped = [segmentOf([{ paragraphs: ['压实|担子|。|压实|担子|。|压实|担子|。'] }])];
    assert.deepEqual(collocates(clumped, '压实', 5), []);
  });

  it('does not look beyond the clause, nor takes function words and numbers', () => {
    const two = { paragraphs: ['压实|。|责任|重大|。', '抓好|落实|，|压实|；|责任|重大|。', '对|压实|的|2023|。'] };
    assert.deepEqual(collocates([segmentOf([two, two])], '压实', 5), []);
  });

  it('looks beyond the comma that joins words', () => {
    const two = { paragraphs: ['压实|责任|、|担子|。'] };
    assert.deepEqual(
      collocates([segmentOf([two, two])], '压实', 5).map(({ word }) => word),
      ['责任', '担子'],
    );
  });

  it('shows an example without figures where there is one', () => {
    const found = collocates(
      [segmentOf([{ paragraphs: ['2023|年|压实|责任|。'] }, { paragraphs: ['要|压实|责任|，|抓|落实|。'] }])],
      '压实',
      5,
    );
    assert.equal(found[0]?.example.before, '要');
  });
});
