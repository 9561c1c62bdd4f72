import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../../../src/engine/outline/edit';
import { afterEnter, continueList, type EnterOptions, endsList } from '../../../../../src/engine/outline/enter/enter';
import { parseMarker } from '../../../../../src/engine/outline/marker';
import { SERIES } from '../../../../../src/engine/outline/series';
import { runs } from '../../../../fixtures/runs';

const continued: [line: string, next: string | null][] = [
  ['一是抓产业。要培育龙头', '二是'],
  ['　　一是抓产业。', '　　二是'],
  ['一、认清形势', '二、'],
  ['（九）守住底线', '（十）'],
  ['1. 修路', '2. '],
  ['1.修路', '2.'],
  ['首先，要想清楚', '其次，'],
  ['再次，要说明白', '最后，'],
  ['第一，想清楚', '第二，'],
  ['三十五是抓收尾', '三十六是'],
  ['最后，落到底', null],
  ['一是', null],
  ['一是快；二是稳。', null],
  ['首先，快；其次，稳。', null],
  ['平常的话', null],
  ['1.5亿元', null],
  ['2023.', null],
  ['一是一，二是二', null],
  ['', null],
];

describe('continueList', () => {
  for (const [line, next] of continued) {
    it(`goes on after “${line}” with ${next}`, () => assert.equal(continueList(line), next));
  }
});

describe('endsList', () => {
  it('at a marker with nothing behind it', () => {
    for (const line of ['三是', '　　三是', '（二）', '2. ', '四、', '其次，', '第三，', '④'])
      assert.ok(endsList(line), line);
  });

  it('nowhere else', () => {
    for (const line of ['', '三是稳', '2023.', '话', '　　']) assert.ok(!endsList(line), line);
  });
});

/** The lines after an Enter whose new line is `at`. */
function entered(lines: string[], at: number, options: EnterOptions = {}): string[] {
  const { edits, deletedLine } = afterEnter(lines, at, options);
  const result = applyEdits(lines, edits);
  return deletedLine === null ? result : result.toSpliced(deletedLine, 1);
}

const presses: [what: string, lines: string[], at: number, after: string[]][] = [
  ['ends a list', ['一是快。', '二是', ''], 2, ['一是快。', '']],
  ['leaves a first number that stands alone', ['话。', '一是', ''], 2, ['话。', '一是', '']],
  ['goes on behind 一是', ['　　四十是稳。', ''], 1, ['　　四十是稳。', '　　四十一是']],
  ['goes on behind 一是 without a mark', ['一是抓招引', ''], 1, ['一是抓招引', '二是']],
  ['keeps the blanks that the editor has copied', ['　　一是快。', '　　'], 1, ['　　一是快。', '　　二是']],
  ['leaves a plain line alone', ['平常的话。', ''], 1, ['平常的话。', '']],
  ['leaves a split line alone', ['一是快，', '还要稳。'], 1, ['一是快，', '还要稳。']],
  ['leaves a line alone that goes on in itself', ['一是快；二是稳。', ''], 1, ['一是快；二是稳。', '']],
  [
    'counts on those behind a new member',
    ['一是甲。', '', '二是乙。', '三是丙。'],
    1,
    ['一是甲。', '二是', '三是乙。', '四是丙。'],
  ],
  [
    'keeps the words in their order',
    ['首先，甲；', '', '其次，乙。', '再次，丙。'],
    1,
    ['首先，甲；', '其次，', '再次，乙。', '最后，丙。'],
  ],
  [
    'closes up those behind a member taken back',
    ['一是甲。', '二是', '', '三是乙。', '四是丙。'],
    2,
    ['一是甲。', '', '二是乙。', '三是丙。'],
  ],
  [
    'touches no other list',
    ['一、甲', '1.子；', '', '2.丑；', '二、乙', '1.寅', '2.卯'],
    2,
    ['一、甲', '1.子；', '2.', '3.丑；', '二、乙', '1.寅', '2.卯'],
  ],
  [
    'leaves numbers that were wrong before to the writer',
    ['一是甲。', '', '二是乙。', '五是丙。'],
    1,
    ['一是甲。', '二是', '二是乙。', '五是丙。'],
  ],
  ['leaves a heading its text', ['一、提高认识', ''], 1, ['一、提高认识', '']],
  ['leaves （一） its text', ['一、甲', '　　（一）压实责任', '　　'], 2, ['一、甲', '　　（一）压实责任', '　　']],
  ['leaves 1. its text', ['1. 摸清底数', ''], 1, ['1. 摸清底数', '']],
  ['leaves a heading with a mark its text', ['一、提高认识。', ''], 1, ['一、提高认识。', '']],
  ['leaves 第一， its text where it is a title', ['第一，加强领导', ''], 1, ['第一，加强领导', '']],
  ['goes on behind 第一， where it is a sentence', ['第一，要加强领导。', ''], 1, ['第一，要加强领导。', '第二，']],
  ['leaves a greeting alone', ['首先，我代表县委感谢大家。', ''], 1, ['首先，我代表县委感谢大家。', '']],
  [
    'goes on with words put one under another',
    ['首先，要快。', '其次，要稳。', ''],
    2,
    ['首先，要快。', '其次，要稳。', '再次，'],
  ],
  ['goes on behind a semicolon', ['（一）拟订规划；', ''], 1, ['（一）拟订规划；', '（二）']],
  ['goes on with headings put one under another', ['一、甲', '二、乙', ''], 2, ['一、甲', '二、乙', '三、']],
  ['and across blank lines', ['一、甲', '', '二、乙', ''], 3, ['一、甲', '', '二、乙', '三、']],
  ['not where one has text', ['一、甲', '甲的话。', '二、乙', ''], 3, ['一、甲', '甲的话。', '二、乙', '']],
  ['nor where one has parts', ['一、甲', '（一）子', '二、乙', ''], 3, ['一、甲', '（一）子', '二、乙', '']],
  [
    'nor behind points that have text',
    ['一是抓招引', '招引的话。', '二是抓落地', ''],
    3,
    ['一是抓招引', '招引的话。', '二是抓落地', ''],
  ],
  [
    'writes parts as those of the section before were written',
    ['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅', ''],
    5,
    ['一、甲', '（一）子', '（二）丑', '二、乙', '（一）寅', '（二）'],
  ],
  [
    'and leaves them their text where those have it',
    ['一、甲', '（一）子；', '话。', '（二）丑', '话。', '二、乙', '（一）寅；', ''],
    7,
    ['一、甲', '（一）子；', '话。', '（二）丑', '话。', '二、乙', '（一）寅；', ''],
  ],
  ['writes none where text is below', ['一是甲。', '', '甲的话。'], 1, ['一是甲。', '二是', '甲的话。']],
  ['nor before its parts', ['一、甲', '二、乙', '', '（一）子'], 2, ['一、甲', '二、乙', '', '（一）子']],
  [
    'is done where as many are written as were announced',
    ['下面，我讲三点意见。', '一是快。', '二是稳。', '三是实。', ''],
    4,
    ['下面，我讲三点意见。', '一是快。', '二是稳。', '三是实。', ''],
  ],
  [
    'but not before',
    ['重点抓好三件事：', '一是快。', '二是稳。', ''],
    3,
    ['重点抓好三件事：', '一是快。', '二是稳。', '三是'],
  ],
  [
    'takes no number for an announcement that counts something else',
    ['这两点要求大家都清楚。', '一是快。', '二是稳。', ''],
    3,
    ['这两点要求大家都清楚。', '一是快。', '二是稳。', '三是'],
  ],
  [
    'is done at a full stop where all before end with a semicolon',
    ['一是快；', '二是稳；', '三是实。', ''],
    3,
    ['一是快；', '二是稳；', '三是实。', ''],
  ],
  [
    'but not where others follow',
    ['抓两件事：', '一是快；', '二是稳。', '', '三是实。'],
    3,
    ['抓两件事：', '一是快；', '二是稳。', '三是', '四是实。'],
  ],
  [
    'goes on before the farewell',
    ['一、甲', '二、乙', '', '同志们，干！'],
    2,
    ['一、甲', '二、乙', '三、', '同志们，干！'],
  ],
];

describe('afterEnter', () => {
  for (const [what, lines, at, after] of presses) {
    it(what, () => assert.deepEqual(entered(lines, at), after));
  }

  it('undoes with a second Enter what the first one did', () => {
    const lines = ['一是甲。', '二是乙。', '三是丙。'];
    const first = entered(lines.toSpliced(1, 0, ''), 1);
    assert.deepEqual(entered(first.toSpliced(2, 0, ''), 2), lines.toSpliced(1, 0, ''));
  });

  it('goes on behind every heading where the writer wants it so, and nowhere where not', () => {
    assert.deepEqual(entered(['一、提高认识', ''], 1, { mode: 'headings' }), ['一、提高认识', '二、']);
    assert.deepEqual(entered(['一、甲', '', '甲的话。'], 1, { mode: 'headings' }), ['一、甲', '', '甲的话。']);
    assert.deepEqual(entered(['一是快。', ''], 1, { mode: 'off' }), ['一是快。', '']);
    assert.deepEqual(entered(['一是快。', '二是', ''], 2, { mode: 'off' }), ['一是快。', '二是', '']);
  });

  it('follows the corpus where the draft shows nothing', () => {
    const list = { corpusHabit: () => 'list' as const };
    const text = { corpusHabit: () => 'text' as const };
    assert.deepEqual(entered(['1. 修路', ''], 1, list), ['1. 修路', '2. ']);
    assert.deepEqual(entered(['一是修路。', ''], 1, text), ['一是修路。', '']);
    assert.deepEqual(entered(['一是修路。', '二是架桥。', ''], 2, text), ['一是修路。', '二是架桥。', '三是']);
    assert.deepEqual(entered(['一、甲', '话。', '二、乙', ''], 3, list), ['一、甲', '话。', '二、乙', '']);
  });

  it('continues every form of a list to the 31st member', () => {
    for (const { numerals, forms, id } of SERIES) {
      for (const { before, after, guard } of forms) {
        for (let number = 1; number <= 30; number++) {
          const numeral = numerals.format(number);
          const next = numerals.format(number + 1);
          if (numeral === null || next === null) continue;
          const line = `　　${before}${numeral}${after}${guard ? '要' : ''}抓好；`;
          assert.equal(entered([line, '　　'], 1)[1], `　　${before}${next}${after}`, `${id}: ${line}`);
        }
      }
    }
  });

  const line = fc
    .tuple(
      fc.constantFrom('', '　　'),
      fc.constantFrom('一、', '二、', '（一）', '（二）', '1. ', '一是', '二是', '第一，', ''),
      fc.constantFrom('抓招引', '抓招引。', '抓招引；', '抓招引。要快。', ''),
    )
    .map(parts => parts.join(''));
  const draft = fc.array(line, { minLength: 1, maxLength: 8 });

  it('writes on the new line alone, but for numbers that counted on and do so still', () => {
    fc.assert(
      fc.property(draft, fc.nat(7), fc.constantFrom('lists' as const, 'headings' as const), (lines, seed, mode) => {
        const at = 1 + (seed % lines.length);
        const { edits, deletedLine, numbered } = afterEnter(lines.toSpliced(at, 0, ''), at, { mode });
        const own = edits.filter(({ paragraph }) => paragraph === at);
        assert.equal(own.length, numbered === null ? 0 : 1);
        if (numbered !== null) assert.equal(numbered, continueList(lines[at - 1]!));
        for (const { paragraph, start, end } of edits) {
          if (paragraph === at) continue;
          const marker = parseMarker(lines[paragraph - 1]!)!;
          assert.ok(paragraph > at && marker.start === start && marker.end === end);
        }
        assert.ok(deletedLine === null || endsList(lines[deletedLine]!));
      }),
      runs(200),
    );
  });

  it('writes with lists only what it writes with headings, too', () => {
    fc.assert(
      fc.property(draft, lines => {
        const all = [...lines, ''];
        const { numbered } = afterEnter(all, lines.length);
        if (numbered !== null) assert.equal(afterEnter(all, lines.length, { mode: 'headings' }).numbered, numbered);
      }),
      runs(100),
    );
  });
});
