import assert from 'node:assert/strict';
import { measureAfter, particularsOf } from '../../../../../src/engine/skeleton/particulars/particulars';

const found = (text: string, places: string[] = []) =>
  particularsOf(text, new Set(places)).map(({ name, text: part }) => `${name} ${part}`);

describe('particularsOf', () => {
  it('finds dates, years and numbers', () => {
    assert.deepEqual(found('2024年3月5日，全年增长5.6%，三年投入一百二十万元。'), [
      '日期 2024年3月5日',
      '数字 5.6',
      '数字 一百二十万',
    ]);
    assert.deepEqual(found('二〇二四年和2025年，五月的茶山'), ['年份 二〇二四', '年份 2025', '日期 五月']);
  });

  it('finds people by their office, and leaves those whom everybody quotes', () => {
    assert.deepEqual(found('县长程向南同志强调，周明远同志讲得好，党员同志要带头。'), ['人名 程向南', '人名 周明远']);
    assert.deepEqual(found('习近平总书记强调，焦裕禄同志是榜样。'), []);
  });

  it('finds meetings, plans and the places it is told of', () => {
    assert.deepEqual(found('党的二十大以来，“十四五”期间，青禾和河南都在变。', ['青禾']), [
      '会议 党的二十大',
      '规划期 十四五',
      '地名 青禾',
      '地名 河南',
    ]);
  });

  it('finds Chinese numbers by what they measure, in any length', () => {
    assert.deepEqual(found('增长百分之六点四，建党一百周年，第三届茶博会，投入三亿元，新修八公里，三分之二的村。'), [
      '数字 百分之六点四',
      '数字 一百',
      '数字 三',
      '数字 三亿',
      '数字 八',
      '数字 三分之二',
    ]);
  });

  it('takes no ordinary words', () => {
    assert.deepEqual(
      found(
        '一是抓落实，二要大兴调研之风，三个代表，十大任务，第一时间，千方百计，讲三点意见，十分钟爱，一元复始，万亩之外。',
      ),
      ['数字 万'],
    );
  });

  it('leaves the measure behind', () => {
    const text = '投入35万元，青禾县委';
    const [number, place] = particularsOf(text, new Set(['青禾']));
    assert.deepEqual(
      [number!, place!].map(one => {
        const { start, end } = measureAfter(text, one);
        return text.slice(start, end);
      }),
      ['万元', '县'],
    );
  });
});
