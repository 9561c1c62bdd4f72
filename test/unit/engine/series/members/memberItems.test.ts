import assert from 'node:assert/strict';
import fc from 'fast-check';
import { draftTail } from '../../../../../src/engine/series/draftTail';
import { memberItems } from '../../../../../src/engine/series/members/memberItems';
import { runs } from '../../../../fixtures/runs';

const labels = (before: string) => memberItems(draftTail(before)).map(({ label }) => label);
/** What the first item leaves in the draft, slots as squares. */
const taken = (before: string) => {
  const [item] = memberItems(draftTail(before));
  return item && before.slice(0, before.length - item.replace) + item.label;
};

const PARAGRAPHS =
  '守初心担使命、转作风抓落实，必须始终保持“走在前”的清醒。全县上下要扛起责任。\n' +
  '守初心担使命、转作风抓落实，必须始终保持“干到底”的韧劲。各级干部要沉下身子。\n';
const PARAGRAPH = '守初心担使命、转作风抓落实，必须始终保持“□□□”的□□。';
const POINTS = '要抓好三件事：一是抓学习，解决本领不强的问题；二是抓纪律，解决作风不实的问题；';
const POINT = '抓□□，解决□□不□的问题';
const HEADINGS = '一、以茶园为根本，筑牢富民之基\n茶园要连片。\n二、以水库为底色，守住青山之美\n水库要清淤。\n';

describe('the next member of a series', () => {
  for (const [where, before, wanted] of [
    ['of paragraphs that open alike', PARAGRAPHS, PARAGRAPHS + PARAGRAPH],
    ['of which the first words are typed', `${PARAGRAPHS}守初心`, PARAGRAPHS + PARAGRAPH],
    ['of which a slot is filled', `${PARAGRAPHS}${PARAGRAPH.slice(0, 21)}过得硬”的`, undefined],
    ['of numbered points in a paragraph', POINTS, `${POINTS}三是${POINT}`],
    ['behind its number', `${POINTS}三是`, `${POINTS}三是${POINT}`],
    ['whose first clause is written', `${POINTS}三是抓落实，`, `${POINTS}三是抓落实，解决□□不□的问题`],
    [
      'of numbered lines',
      '一是抓早，不留空档。\n二是抓小，不留死角。\n三是',
      '一是抓早，不留空档。\n二是抓小，不留死角。\n三是抓□，不□□□',
    ],
    ['of lines that share their verb', '一是抓招引。\n二是抓落地。\n三是', '一是抓招引。\n二是抓落地。\n三是抓□□。'],
    ['of points that share their verb', '一是抓招引；二是抓落地；', '一是抓招引；二是抓落地；三是抓□□'],
    ['of sentences, once the next begins alike', '要强化领导。要强化宣传。要', '要强化领导。要强化宣传。要强化□□。'],
    [
      'of clauses, once the next begins alike',
      '各级要强化领导，要强化宣传，要',
      '各级要强化领导，要强化宣传，要强化□□',
    ],
    [
      'of paragraphs whose opening differs in a word',
      '抓招商，必须紧盯龙头。话。\n抓项目，必须紧盯落地。话。\n',
      '抓招商，必须紧盯龙头。话。\n抓项目，必须紧盯落地。话。\n抓□□，必须紧盯□□。',
    ],
    ['of headings', `${HEADINGS}三、`, `${HEADINGS}三、以□□为□□`],
    [
      'of parts within a numbered point',
      '四要抓矿山，必须紧盯通风；抓道路，必须紧盯校车；抓',
      '四要抓矿山，必须紧盯通风；抓道路，必须紧盯校车；抓□□，必须紧盯□□',
    ],
    ['of sentences', '要大兴求真之风。要大兴务实之风。', '要大兴求真之风。要大兴务实之风。要大兴□□之风。'],
    [
      'of clauses',
      '把方便村民的好事办实，把关系村民的难事办细，',
      '把方便村民的好事办实，把关系村民的难事办细，把□□村民的□事办□',
    ],
    ['of clauses with enumeration commas', '不该做的不做、不该拿的不拿、', '不该做的不做、不该拿的不拿、不该□的不□'],
    ['of a chain', '听到不如看到、看到不如走到、', '听到不如看到、看到不如走到、走到不如□□'],
    [
      'behind a single clause that shows its shape, once the next begins alike',
      '把群众的实事做好，把',
      '把群众的实事做好，把□□的□□做□□',
    ],
    [
      'behind a single compact point',
      '一是抓学习，解决本领不强的问题；',
      '一是抓学习，解决本领不强的问题；二是抓□□，解决□□问题',
    ],
  ] as const) {
    it(`is offered ${where}`, () => assert.equal(taken(before), wanted));
  }

  for (const [where, before] of [
    ['behind sentences that share nothing', '雨下了一夜。老蒋来送信。'],
    ['behind clauses that do not balance', '我们去了三个村，看了两个厂，'],
    ['behind a single clause', '把群众的实事做好，'],
    ['behind sentences that open with one character', '要快。要稳。要'],
    ['behind sentences that open alike and go on otherwise', '要强化领导。要强化宣传引导的声势和力度。要'],
    ['behind a sentence said twice', '要强化领导。要强化领导。要'],
    ['where the next begins otherwise', '要强化领导。要强化宣传。各级'],
    ['where the writer has begun something else', `${PARAGRAPHS}下一步`],
    ['in the midst of a slot', `${PARAGRAPHS}守初心担使命、转作风抓落实，必须始终保持“过得`],
    ['at the end of the series', '要大兴求真之风。要大兴务实之风。今天就讲这些。'],
    ['behind a long point of its own kind', '一是抓学习，解决本领不强的问题。办法有三条。'],
  ] as const) {
    it(`is not offered ${where}`, () => assert.deepEqual(labels(before), []));
  }

  it('is asked for by an empty paragraph and by a number alone', () => {
    const isAsked = (before: string) => memberItems(draftTail(before))[0]?.isAsked;
    assert.equal(isAsked(PARAGRAPHS), true);
    assert.equal(isAsked(`${POINTS}三是`), true);
    assert.equal(isAsked(POINTS), false);
    assert.equal(isAsked(`${PARAGRAPHS}守`), false);
  });

  it('keeps the indentation of the draft, and takes Windows line ends', () => {
    const indented = PARAGRAPHS.replace(/^/gm, '　　');
    assert.deepEqual(labels(indented), [PARAGRAPH]);
    assert.deepEqual(labels(indented.replaceAll('\n', '\r\n')), [PARAGRAPH]);
  });

  const words = [
    '抓',
    '把',
    '以',
    '为',
    '要大兴',
    '之风',
    '一是',
    '二是',
    '首先，',
    '其次，',
    '问题',
    '春耕',
    '修路',
    '“',
    '”',
    '$',
    '}',
  ];
  const marks = ['，', '。', '；', '、', '：', '\n', ''];
  const draft = fc
    .array(fc.tuple(fc.constantFrom(...words), fc.constantFrom(...words, ''), fc.constantFrom(...marks)), {
      maxLength: 24,
    })
    .map(stretches => stretches.flat().join(''));

  it('leaves what is typed as it is, and adds something fixed', () => {
    fc.assert(
      fc.property(draft, before => {
        for (const { label, parts, replace } of memberItems(draftTail(before))) {
          assert.ok(label.startsWith(before.slice(before.length - replace)), label);
          assert.ok(!before.slice(before.length - replace).includes('\n'));
          assert.ok(parts.some(part => typeof part === 'string'));
        }
      }),
      runs(50),
    );
  });

  it('depends on the end of the draft alone', () => {
    fc.assert(
      fc.property(draft, draft, (far, near) => {
        const before = `${'。\n茶园要连片'.repeat(800)}\n${near}`;
        assert.deepEqual(labels(far + before), labels(before));
      }),
      runs(15),
    );
  });
});
