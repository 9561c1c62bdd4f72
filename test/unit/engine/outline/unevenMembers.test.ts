import assert from 'node:assert/strict';
import { unevenMembers } from '../../../../src/engine/outline/unevenMembers';

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
});
