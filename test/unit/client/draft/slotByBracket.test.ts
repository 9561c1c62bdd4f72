import assert from 'node:assert/strict';
import { isNextByBracket } from '../../../../src/client/draft/slotByBracket';

/** A bar at the cursor, or two around the selection. */
const isNext = (marked: string, isSkipped?: (slot: { name: string }) => boolean): boolean => {
  const start = marked.indexOf('|');
  const last = marked.lastIndexOf('|');
  return isNextByBracket(marked.replaceAll('|', ''), { start, end: Math.max(start, last - 1) }, isSkipped);
};

describe('the next slot by its brackets', () => {
  it('is found from before it, from a selected slot, and over line ends', () => {
    assert.ok(isNext('|更加〔两字〕'));
    assert.ok(isNext('更加|〔两字〕'));
    assert.ok(isNext('|〔两字〕|〔三字〕'));
    assert.ok(isNext('|〔两字〕|\r\n\r\n“〔三字〕”'));
    assert.ok(isNext('更加开放|，聚力〔三字〕'));
  });

  it('is not the one that the editor would find: a year, a bracket left over, a slot about to be filled, none at all', () => {
    assert.ok(!isNext('|青政发〔2026〕3号，聚力〔三字〕'));
    assert.ok(!isNext('〔 |更加，聚力〔三字〕'));
    assert.ok(!isNext('|更加〕，聚力〔三字〕'));
    assert.ok(!isNext('|在〔会议名称〕，聚力〔三字〕', ({ name }) => name === '会议名称'));
    assert.ok(!isNext('〔两字〕更加|开放'));
    assert.ok(!isNext('〔两|字〕更加〔三字〕'));
  });
});
