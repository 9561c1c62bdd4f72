import assert from 'node:assert/strict';
import { createDatedLast } from '../../../../../src/engine/complete/recency/datedLast';
import { createSuggestions } from '../../../../../src/engine/complete/suggestions';
import { segmentOf } from '../../segmentOf';

const article = (date: string | null, ...paragraphs: string[]) => ({ date, paragraphs });
const many = (count: number, from: number, ...paragraphs: string[]) =>
  Array.from({ length: count }, (_, i) => article(`${from + (i % 3)}-05-01`, ...paragraphs));
/** Once said by many, and by nobody since; said by fewer, and still. */
const view = [
  segmentOf([
    ...many(12, 2003, '全镇|上下|要|大干|快上|，|争当|先进|。'),
    ...many(9, 2022, '全镇|上下|要|久久为功|，|善作|善成|。'),
    article('2001-01-01', '全镇|上下|要|另起炉灶|。'),
  ]),
];
const first = (years?: number) => {
  const { phrases } = createSuggestions(view).complete({ before: '今年，全镇上下要' }, { limit: 8, years });
  return phrases.map(({ text }) => text);
};

describe('datedLast', () => {
  it('puts a wording that many had once and nobody has now below what the last years say', () => {
    assert.match(first(0)[0]!, /^大干快上/);
    assert.match(first(5)[0]!, /^久久为功/);
    assert.deepEqual(first(5).toSorted(), first(0).toSorted());
    assert.deepEqual(first(), first(0));
  });
  it('leaves alone what is old by chance, what has no date, and what nobody has', () => {
    const datedLast = createDatedLast(view);
    const at = (articles: number, position: number | null) => ({
      articles,
      source: position === null ? null : { segment: 0, position },
    });
    const late = at(9, view[0]!.articleStart(14));
    const chance = [at(1, view[0]!.articleStart(0)), late];
    assert.deepEqual(datedLast(chance, 5), chance);
    const placeless = [at(0, null), late];
    assert.deepEqual(datedLast(placeless, 5), placeless);
    const dated = at(12, 0);
    assert.deepEqual(datedLast([dated, late], 5), [late, dated]);
    assert.deepEqual(datedLast([dated, late], 30), [dated, late]);
    const undated = [segmentOf([article(null, '天晴|。'), article(null, '天晴|。')])];
    assert.deepEqual(createDatedLast(undated)([at(2, 0)], 5), [at(2, 0)]);
    assert.deepEqual(createDatedLast([])([at(0, null)], 5), [at(0, null)]);
  });
});
