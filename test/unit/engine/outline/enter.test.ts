import assert from 'node:assert/strict';
import { applyEdits } from '../../../../src/engine/outline/edit';
import { afterEnter, continueList, endsList } from '../../../../src/engine/outline/enter';

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
function entered(lines: string[], at: number): string[] {
  const { edits, deletedLine } = afterEnter(lines, at);
  const result = applyEdits(lines, edits);
  return deletedLine === null ? result : result.toSpliced(deletedLine, 1);
}

const presses: [what: string, lines: string[], at: number, after: string[]][] = [
  ['ends a list', ['一是快。', '二是', ''], 2, ['一是快。', '']],
  ['goes on where the editor has no rule', ['　　四十是稳。', ''], 1, ['　　四十是稳。', '　　四十一是']],
  ['leaves a plain line alone', ['平常的话。', ''], 1, ['平常的话。', '']],
  ['leaves alone what the rules have done', ['一是快。', '二是'], 1, ['一是快。', '二是']],
  ['leaves a split line alone', ['一是快，', '还要稳。'], 1, ['一是快，', '还要稳。']],
  [
    'counts on those behind a new member',
    ['一是甲。', '二是', '二是乙。', '三是丙。'],
    1,
    ['一是甲。', '二是', '三是乙。', '四是丙。'],
  ],
  [
    'counts on what has text of its own',
    ['一、甲', '二、', '二、乙', '话。', '（一）子', '三、丙'],
    1,
    ['一、甲', '二、', '三、乙', '话。', '（一）子', '四、丙'],
  ],
  [
    'keeps the words in their order',
    ['首先，甲。', '其次，', '其次，乙。', '再次，丙。'],
    1,
    ['首先，甲。', '其次，', '再次，乙。', '最后，丙。'],
  ],
  [
    'closes up those behind a member taken back',
    ['一是甲。', '二是', '', '三是乙。', '四是丙。'],
    2,
    ['一是甲。', '', '二是乙。', '三是丙。'],
  ],
  [
    'touches no other list',
    ['一、甲', '1.子', '2.', '2.丑', '二、乙', '1.寅', '2.卯'],
    2,
    ['一、甲', '1.子', '2.', '3.丑', '二、乙', '1.寅', '2.卯'],
  ],
  [
    'leaves numbers that were wrong before to the writer',
    ['一是甲。', '二是', '二是乙。', '五是丙。'],
    1,
    ['一是甲。', '二是', '二是乙。', '五是丙。'],
  ],
  ['takes no number under a heading that has text', ['一、甲', '二、', '甲的话。'], 1, ['一、甲', '', '甲的话。']],
  [
    'takes none before its parts',
    ['　　一、甲', '　　二、', '　　（一）子'],
    1,
    ['　　一、甲', '　　', '　　（一）子'],
  ],
  [
    'nor across a blank line',
    ['一、甲', '二、', '', '甲的话。', '二、乙'],
    1,
    ['一、甲', '', '', '甲的话。', '二、乙'],
  ],
  ['writes none there by itself', ['一、甲', '', '甲的话。'], 1, ['一、甲', '', '甲的话。']],
  ['goes on before the farewell', ['一、甲', '二、', '同志们，干！'], 1, ['一、甲', '二、', '同志们，干！']],
  [
    'goes on before a summing-up',
    ['一是甲。', '二是乙。', '三是', '以上两点。'],
    2,
    ['一是甲。', '二是乙。', '三是', '以上两点。'],
  ],
];

describe('afterEnter', () => {
  for (const [what, lines, at, after] of presses) {
    it(what, () => assert.deepEqual(entered(lines, at), after));
  }

  it('undoes with a second Enter what the first one did', () => {
    const lines = ['一是甲。', '二是乙。', '三是丙。'];
    const first = entered(lines.toSpliced(1, 0, '二是'), 1);
    assert.deepEqual(entered(first.toSpliced(2, 0, ''), 2), lines.toSpliced(1, 0, ''));
  });
});
