import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Purpose, stopLeft, stopRight, widened } from '../../../../src/client/words/stops';
import { unitsOf } from '../../../../src/client/words/units';

/** Every stop from the left to the right, as bars. */
function stops(line: string, purpose: Purpose, starts?: number[]): string {
  const units = unitsOf(line, starts);
  let [shown, at] = ['', 0];
  for (let stop = stopRight(units, 0, purpose); stop !== null; stop = stopRight(units, at, purpose)) {
    shown += `${line.slice(at, stop)}|`;
    at = stop;
  }
  return shown;
}
/** The same from the right. */
function stopsBack(line: string, purpose: Purpose, starts?: number[]): string {
  const units = unitsOf(line, starts);
  let [shown, at] = ['', line.length];
  for (let stop = stopLeft(units, at, purpose); stop !== null; stop = stopLeft(units, at, purpose)) {
    shown = `|${line.slice(stop, at)}${shown}`;
    at = stop;
  }
  return shown;
}

describe('stops', () => {
  it('are at words as the corpus cuts them, and at every mark', () => {
    const line = '优化环境，（二）抓落实……”';
    const starts = [2, 6, 8, 9];
    assert.equal(stops(line, 'move', starts), '优化|环境|，|（|二|）|抓|落实|……|”|');
    assert.equal(stopsBack(line, 'move', starts), '|优化|环境|，|（|二|）|抓|落实|……|”');
  });

  it('take letters and numbers whole', () => {
    assert.equal(stops('建成5G基站12.5%，COVID-19', 'move', [1]), '建|成|5G|基站|12.5|%|，|COVID-19|');
  });

  it('jump over blanks on the way, and delete them alone', () => {
    assert.equal(stops('　　我 要', 'move', []), '　　我| 要|');
    assert.equal(stopsBack('　　我 要', 'move', []), '|　　|我 |要');
    assert.equal(stopsBack('　　我', 'delete', []), '|　　|我');
    assert.equal(stops('　　我', 'delete', []), '　　|我|');
  });

  it('cut every line into units without a gap, and no character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), line => {
        const units = unitsOf(line.replace(/[\r\n]/g, ''));
        const text = line.replace(/[\r\n]/g, '');
        assert.equal(units.map(({ start, end }) => text.slice(start, end)).join(''), text);
        for (const { start } of units) assert.doesNotMatch(text.slice(start, start + 1), /[\udc00-\udfff]/);
        const right = stops(text, 'delete').replaceAll('|', '');
        assert.equal(right, text.replaceAll('|', ''));
      }),
    );
  });
});

describe('widened', () => {
  it('takes the words touched, whole', () => {
    const units = unitsOf('要优化环境', [1, 3]);
    assert.deepEqual(widened(units, 2, 3), { start: 1, end: 3 });
    assert.deepEqual(widened(units, 1, 3), { start: 1, end: 3 });
    assert.deepEqual(widened(units, 2, 4), { start: 1, end: 5 });
  });
});
