import assert from 'node:assert/strict';
import { parseMarker } from '../../../../src/engine/outline/marker';
import { corpusHabit } from '../../../../src/engine/series/corpusHabit';
import { segmentOf } from '../segmentOf';

const habit = (articles: readonly (readonly string[])[], line: string, form: 'title' | 'sentence' = 'title') =>
  corpusHabit([segmentOf(articles.map(paragraphs => ({ paragraphs })))], parseMarker(line)!, form);
const times = (paragraphs: readonly string[], count = 10) => Array.from({ length: count }, () => paragraphs);

describe('how the articles of a corpus go on behind a number', () => {
  const LIST = ['开场', '1.修路', '2.架桥', '3.通水'];
  const TEXT = ['开场', '1.修路', '今年要修三条路。', '2.架桥', '明年要架两座桥。'];

  it('is with the next, where nine in ten do so', () => {
    assert.equal(habit(times(LIST), '1.修渠'), 'list');
    assert.equal(habit([...times(LIST, 9), TEXT], '1.修渠'), 'list');
  });

  it('is with text, where half of them do so', () => {
    assert.equal(habit(times(TEXT), '1.修渠'), 'text');
    assert.equal(habit([...times(LIST, 6), ...times(TEXT, 6)], '1.修渠'), 'text');
  });

  it('is not clear in between, in a small corpus, or where lines of this form are not there', () => {
    assert.equal(habit([...times(LIST, 8), ...times(TEXT, 4)], '1.修渠'), 'unclear');
    assert.equal(habit(times(LIST, 3), '1.修渠'), 'unclear');
    assert.equal(habit(times(LIST), '1.修渠。', 'sentence'), 'unclear');
    assert.equal(habit(times(LIST), '（一）修渠'), 'unclear');
  });

  it('says nothing of lines that hold the next number, or end their article', () => {
    assert.equal(habit(times(['开场', '一是快；二是稳。', '话。']), '一是快。', 'sentence'), 'unclear');
    assert.equal(habit(times(['开场', '1.修路']), '1.修渠'), 'unclear');
  });
});
