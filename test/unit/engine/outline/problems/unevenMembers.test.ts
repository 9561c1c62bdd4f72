import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unevenMembers } from '../../../../../src/engine/outline/problems/unevenMembers';

const brief = (lines: string[]) =>
  unevenMembers(lines).map(({ paragraph, measure, found, others }) => `${paragraph} ${measure} ${found}/${others}`);

describe('unevenMembers', () => {
  for (const [what, lines, expected] of [
    ['one clause among pairs', ['一、抓产业，强县域', '二、转作风，树形象', '三、惠民生'], ['2 clauses 1/2']],
    [
      'a long title among short ones',
      ['一是抓产业。', '二是着力破解基层治理难题。', '三是惠民生。'],
      ['1 length 10/3'],
    ],
    ['titles alike', ['一、抓产业', '二、转作风', '三、惠民生'], []],
    ['two that differ: no pattern', ['一、抓产业', '二、转作风，树形象', '三、惠民生', '四、守底线，保平安'], []],
    ['two members: no pattern', ['一、抓产业，强县域', '二、转作风'], []],
  ] as const) {
    it(what, () => assert.deepEqual(brief([...lines]), expected));
  }

  it('names the only one that each of the others would leave out by length', () => {
    const property = fc.property(fc.array(fc.integer({ min: 1, max: 14 }), { minLength: 3, maxLength: 9 }), lengths => {
      const odd = lengths.flatMap((length, i) => {
        const others = lengths.toSpliced(i, 1);
        const [least, most] = [Math.min(...others), Math.max(...others)];
        const isOdd = most - least <= 2 && (length >= most + 5 || length <= least - 5);
        return isOdd ? [`${i} length ${length}/${Math.round(others.reduce((a, b) => a + b) / others.length)}`] : [];
      });
      const lines = lengths.map((length, i) => `${'一二三四五六七八九'[i]}、${'抓'.repeat(length)}`);
      assert.deepEqual(brief(lines), odd.length === 1 ? odd : []);
    });
    fc.assert(property);
  });
});
