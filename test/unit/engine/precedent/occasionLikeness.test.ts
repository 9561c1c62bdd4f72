import assert from 'node:assert/strict';
import fc from 'fast-check';
import { occasionLikeness } from '../../../../src/engine/precedent/occasionLikeness';
import { occasionName } from '../../../../src/engine/precedent/occasionName';

const likeness = (one: string, other: string) => occasionLikeness(occasionName(one), occasionName(other));

describe('the name of an occasion', () => {
  for (const [title, name, genre] of [
    ['在2025年全县经济工作会议上的讲话（送审稿）', '全县经济工作会议', 'speech'],
    ['二〇二五年新年贺词', '新年', 'greeting'],
    ['凝心聚力开新局——在县委十四届五次全会上的讲话', '县委全会', 'speech'],
    ['在第二十届茶文化节开幕式上的致辞', '茶文化节开幕式', 'greeting'],
    ['张三同志在全县三级干部大会上的讲话', '全县干部大会', 'speech'],
    ['在一季度经济形势分析会上的主持词', '经济形势分析会', 'chair'],
    ['政府工作报告（2025年1月5日）', '政府工作', 'report'],
    ['绿水青山就是金山银山', '绿水青山就是金山银山', null],
  ] as const) {
    it(`${title} → ${name}, ${genre}`, () => assert.deepEqual(occasionName(title), { name, genre }));
  }

  it('is that of the occasion beside the title, where the title says none', () => {
    assert.equal(occasionName('讲话', '2025年全县农业工作会议').name, '全县农业工作会议');
    assert.equal(occasionName('政府工作报告', '青山县人民代表大会').name, '政府工作');
  });

  it('is the same whatever the year, the session and the state of the text', () => {
    const year = fc.integer({ min: 1990, max: 2039 });
    const session = fc.constantFrom('', '第十五届', '十六届三次', '第2次', '第三十二期');
    const state = fc.constantFrom('', '（送审稿）', '（2025年3月2日）', '_定稿', ' 初稿');
    fc.assert(
      fc.property(year, session, state, (year, session, state) => {
        const name = occasionName(`在${year}年全县${session}乡村振兴现场会上的讲话${state}`).name;
        assert.equal(name, '全县乡村振兴现场会');
      }),
    );
  });
});

describe('occasions', () => {
  for (const [one, other] of [
    ['在2025年全县经济工作会议上的讲话', '在全县经济工作会议上的讲话（2024年1月5日）'],
    ['在全县经济工作会议上的讲话', '在县委经济工作会议上的讲话'],
    ['在全县经济工作会议暨项目观摩会上的讲话', '在全县经济工作会议上的讲话'],
    ['踔厉奋发——在县委十四届五次全会上的讲话', '开拓进取——在县委十四届三次全体会议上的讲话'],
    ['在全县教育大会上的讲话', '在全县教育工作会议上的讲话'],
    ['在“七一”表彰大会上的讲话', '在庆祝建党100周年暨“七一”表彰大会上的讲话'],
    ['在2025年春节团拜会上的致辞', '在2024年新春团拜会上的致辞'],
  ] as const) {
    it(`are the same: ${one} and ${other}`, () => {
      assert.deepEqual(likeness(one, other), { kind: 'same' });
      assert.deepEqual(likeness(other, one), { kind: 'same' });
    });
  }

  for (const [one, other] of [
    ['在全县经济工作会议上的讲话', '在全县农村工作会议上的讲话'],
    ['在全县经济工作会议上的讲话', '在全县农村经济工作会议上的讲话'],
    ['在全县经济工作会议上的讲话', '在全县经济工作会议上的主持词'],
    ['2025年青山县政府工作报告', '2024年云溪县政府工作报告'],
    ['在县委十四届五次全会上的讲话', '在市委十四届五次全会上的讲话'],
    ['在全县组织部长会议上的讲话', '在全县宣传部长会议上的讲话'],
    ['2023年度述职述廉报告', '2024年度述职报告'],
    ['政府工作报告', '法院工作报告'],
  ] as const) {
    it(`are not the same: ${one} and ${other}`, () => assert.equal(likeness(one, other), null));
  }

  it('may be one where a place is left out', () => {
    assert.deepEqual(likeness('政府工作报告', '2024年青山县政府工作报告'), { kind: 'placed', place: '青山县' });
  });

  it('are alike in both directions, and each with itself', () => {
    const part = fc.constantFrom(
      '全县',
      '县委',
      '青山县',
      '市',
      '经济',
      '农村',
      '工作',
      '会议',
      '大会',
      '暨',
      '表彰',
      '党',
      '和',
    );
    const name = fc.array(part, { minLength: 1, maxLength: 7 }).map(parts => ({ name: parts.join(''), genre: null }));
    fc.assert(
      fc.property(name, name, (one, other) => {
        assert.deepEqual(occasionLikeness(one, one), { kind: 'same' });
        assert.equal(occasionLikeness(one, other)?.kind, occasionLikeness(other, one)?.kind);
      }),
    );
  });
});
