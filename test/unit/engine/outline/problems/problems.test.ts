import assert from 'node:assert/strict';
import { applyEdits } from '../../../../../src/engine/outline/edit';
import { checkNumbering } from '../../../../../src/engine/outline/problems/problems';
import { describeProblem, spokenOf } from '../../../../../src/engine/outline/problems/problemText';

const brief = (lines: string[]) =>
  checkNumbering(lines).map(({ code, paragraph, found, expected }) => `${paragraph} ${code} ${found}→${expected}`);

const cases: [what: string, lines: string[], expected: string[]][] = [
  ['a missing number', ['一、甲', '二、乙', '四、丁'], ['2 missing 四、→三、']],
  ['the place of a gap once, not every number behind it', ['1.甲', '3.乙', '4.丙', '5.丁'], ['1 missing 3.→2.']],
  ['a repeated number', ['（一）甲', '（二）乙', '（二）丙'], ['2 repeated （二）→（三）']],
  ['all ones', ['一、甲', '一、乙', '一、丙'], ['1 repeated 一、→二、', '2 repeated 一、→三、']],
  ['a slip back to one', ['一、甲', '二、乙', '一、丙', '四、丁'], ['2 out-of-order 一、→三、']],
  ['numbers out of order', ['一是甲。', '三是乙。', '二是丙。'], ['1 missing 三是→二是', '2 out-of-order 二是→三是']],
  ['a list that begins with two', ['第二，甲。', '第三，乙。'], ['0 missing 第二，→第一，']],
  ['a gap inside a paragraph', ['要求：一是快；三是稳。'], ['0 missing 三是→二是']],
  ['a gap beyond ten', ['九、甲', '十、乙', '十二、丙'], ['2 missing 十二、→十一、']],
  ['a lone part whose fellows are lost', ['一、甲', '（三）子', '二、乙'], ['1 missing （三）→（一）']],
  ['a section pasted behind the last', ['一、甲', '二、乙', '一、丙'], ['2 out-of-order 一、→三、']],
  ['一要 with 二是 inside a paragraph', ['要求：一要快，二是稳，三要准。'], ['0 mixed-series 二是→二要']],
  [
    'a gap among points around points of the same kind',
    ['一是甲，分两步：一是子；二是丑。', '三是乙。'],
    ['1 missing 三是→二是'],
  ],
  ['首先 … 第三', ['首先，甲。', '其次，乙。', '第三，丙。'], ['2 mixed-series 第三，→再次，']],
  ['首先 amid 第二 第三', ['首先，甲。', '第二，乙。', '第三，丙。'], ['0 mixed-series 首先，→第一，']],
  ['一是 with 二要', ['一是甲。', '二要乙。', '三是丙。'], ['1 mixed-series 二要→二是']],
  ['a level that slipped', ['一、甲', '（一）子', '（二）丑', '三、寅', '二、乙'], ['3 mixed-level 三、→（三）']],
  ['a level that slipped amid others', ['（一）甲', '（二）乙', '三、丙', '（四）丁'], ['2 mixed-level 三、→（三）']],
  [
    'sections left of a longer text, on their own level',
    ['一、甲', '（一）子', '（二）丑', '（三）寅', '四、乙', '五、丙'],
    ['4 missing 四、→二、'],
  ],
  ['two numbers', ['一、甲', '三、二、乙'], ['1 doubled 三、二、→二、']],
  ['two neighbouring numbers', ['一、甲', '二、三、乙'], ['1 doubled 二、三、→二、']],
  ['two numbers of two series', ['一、甲', '二、（一）子', '（二）丑'], ['1 doubled 二、（一）→（一）']],
  ['an automatic number before one of another form', ['（一）甲', '（二） 2. 乙'], ['1 doubled （二） 2. →1. ']],
  ['two spoken numbers', ['一是甲。', '二是三是乙。'], ['1 doubled 二是三是→二是']],
  ['一、 under （一）', ['（一）甲', '一、子', '二、丑', '（二）乙'], ['1 mixed-level 一、→1. ']],
  ['一是 with no 二是', ['一是甲。', '别的话。'], ['0 alone 一是→null']],
  ['一是 with no 二是 inside a paragraph', ['做好两件事：一是修路。', '别的话。'], ['0 alone 一是→null']],
];

const right: [what: string, lines: string[]][] = [
  ['a series that begins anew in every section', ['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅', '（二）卯']],
  ['a series that begins anew in the same section', ['一是甲。', '二是乙。', '换个话题。', '一是丙。', '二是丁。']],
  ['a series that goes on over the sections', ['一、甲', '1.子', '2.丑', '二、乙', '3.寅', '4.卯']],
  ['最后 after two words', ['首先，甲。', '其次，乙。', '最后，丙。']],
  ['five points led by words', ['首先，甲。', '其次，乙。', '第三，丙。', '第四，丁。', '最后，戊。']],
  [
    'seven points led by words',
    ['首先，甲。', '其次，乙。', ...['三', '四', '五', '六'].map(n => `第${n}，丙。`), '最后，丁。'],
  ],
  ['最后 after ordinals', ['第一，甲。', '第二，乙。', '最后，谢谢大家。']],
  ['一是 at the end, where the writer still writes', ['别的话。', '一是甲。']],
  ['一是 twice', ['灾情有两种：一是旱；一是涝。', '别的话。']],
  ['一是 with the other in other words', ['做好两件事：一是修路。', '另一件是架桥。', '别的话。']],
  ['a first point that no mark announces', ['这样做一是省时，二是省力。', '别的话。', '好处一是省钱，二是省心。']],
  ['a blank behind the mark', ['有两点。 一是快；二是稳。', '方面, 第一，快；第二，稳。']],
  ['a first point in other words', ['首先是定位要准。', '二是步子要稳。', '三是作风要实。']],
  ['points inside a paragraph that 首先是 began', ['一是甲。', '二是乙。', '首先是丙，其次是丁，三是戊。']],
  ['其次 without 首先', ['先说产业。', '其次，说说作风。', '再次，说说民生。']],
  ['a part of a text that others write', ['三、丙', '四、丁', '（一）子', '（二）丑']],
  ['points of the same kind inside a point', ['一是甲。', '一是子。', '二是丑。', '三是寅。', '二是乙。']],
  ['points of the same kind announced', ['一是甲，要求：', '一是子。']],
  ['sections of the same kind inside a section', ['三、零', '四、甲', '一、子', '二、丑', '五、乙']],
  ['points inside a paragraph behind one of its own line', ['一是甲。', '出路，一是子；二是丑。', '二是乙。']],
  [
    '最后 after ordinals, with words before',
    ['首先，子；其次，丑。', '第一，甲。', '第二，乙。', '最后，丙。', '丁。'],
  ],
  ['a list just begun at the end', ['一是甲。', '二是乙。', '再说一件事。', '一是丙。']],
  ['numbers side by side', ['第五十二、五十三颗卫星升空。']],
  ['a list inside a heading’s paragraph', ['（一）一是快；二是稳。', '（二）一要实，二要严。']],
  ['a word behind a number', ['一是首先要快。', '二是其次要稳。'].slice(0, 1)],
  ['counted things behind a number', ['一、二、三产业要融合。', '三、四、五线城市。', '一、1.5亿元投资']],
  ['首先 alone', ['首先，我代表县委讲话。', '别的话。']],
  ['prose', ['一个好汉三个帮。', '2023年，投入1.5亿元。']],
];

describe('checkNumbering', () => {
  for (const [what, lines, expected] of cases) {
    it(`reports ${what}`, () => assert.deepEqual(brief(lines), expected));
  }

  for (const [what, lines] of right) {
    it(`accepts ${what}`, () => assert.deepEqual(brief(lines), []));
  }

  it('mends a list on the wrong level as a whole', () => {
    const lines = ['（一）甲', '一、子', '二、丑', '（二）乙'];
    const [problem] = checkNumbering(lines);
    assert.deepEqual(applyEdits(lines, problem!.fix), ['（一）甲', '1. 子', '2. 丑', '（二）乙']);
  });

  it('tells how far the writer may still add what is missing', () => {
    const lines = ['一、甲', '一是子。', '话。', '二、乙', '话。'];
    assert.deepEqual(
      checkNumbering(lines).map(({ code, openUntil }) => [code, openUntil]),
      [['alone', 2]],
    );
  });

  it('gives the span to replace, so that one fix mends one gap', () => {
    const lines = ['　　一是甲。', '　　三是乙。'];
    const [problem] = checkNumbering(lines);
    const { paragraph, start, end, expected } = problem!;
    const mended = applyEdits(lines, [{ paragraph, start, end, text: expected! }]);
    assert.deepEqual(mended, ['　　一是甲。', '　　二是乙。']);
    assert.deepEqual(checkNumbering(mended), []);
  });

  it('speaks of a point without its comma', () => {
    const [problem] = checkNumbering(['首先，甲。', '其次，乙。', '第三，丙。']);
    assert.equal(describeProblem(problem!, 'zh-cn'), '序数词混用：“第三”应与前后一致，改为“再次”。');
  });

  it('is said in both languages, with what to do', () => {
    for (const [, lines] of cases) {
      for (const problem of checkNumbering(lines)) {
        const chinese = describeProblem(problem, 'zh-cn');
        const english = describeProblem(problem, 'en');
        const found = spokenOf(problem.found);
        const expected = spokenOf(problem.expected ?? found);
        for (const text of [chinese, english]) {
          assert.ok(text.includes(found) && (problem.expected === null || text.includes(expected)));
          assert.ok(!/null|undefined/.test(text));
        }
        assert.doesNotMatch(english.replaceAll(found, '').replaceAll(expected, ''), /\p{Script=Han}/u);
      }
    }
  });
});
