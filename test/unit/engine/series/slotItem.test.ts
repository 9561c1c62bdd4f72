import assert from 'node:assert/strict';
import { piecesOf } from '../../../../src/engine/index/blocks/blockIndex';
import { slotItem } from '../../../../src/engine/series/slotItem';
import { blockSegmentOf, laidOut } from '../index/blocks/laidOut';
import { segmentOf } from '../segmentOf';

const SUBJECTS =
  '茶园 水库 渡口 村校 粮站 苗圃 戏台 桥梁 山林 集市 药圃 账本 梯田 渔港 磨坊 窑口 马帮 油坊 染坊 书院 祠堂 作坊 码头 关隘 竹海 盐井 牧场 果园 石寨 花田 水渠 米仓'.split(
    ' ',
  );
const corpus = (sentence: (subject: string) => string) => [segmentOf([{ paragraphs: SUBJECTS.map(sentence) }])];

describe('a frame that recurs behind the cursor with other words each time', () => {
  const view = corpus(subject => `全村|坚持|以|${subject}|为|根本|，|不|动摇|。`);

  it('is offered with its slots, the word before the cursor included', () => {
    const item = slotItem(view, '今年我们坚持以');
    assert.equal(item?.label, '以□□为□□');
    assert.equal(item.replace, 1);
    assert.deepEqual(
      item.parts.map(part => (typeof part === 'string' ? part : part.slot)),
      ['以', 1, '为', 2],
    );
    assert.equal(item.examples.length, 4);
    for (const example of item.examples) assert.match(example, /^以.{2}为根本$/);
  });

  it('is told from the rows of a library that is not here whole, without asking for a page of its text', () => {
    const layout = laidOut(view);
    const { blocks, samples } = piecesOf(layout.index);
    const noted: number[] = [];
    const rowsAlone = blockSegmentOf(
      layout,
      piece => piece < blocks + samples,
      piece => noted.push(piece),
    );
    assert.deepEqual(slotItem([rowsAlone], '今年我们坚持以'), slotItem(view, '今年我们坚持以'));
    assert.deepEqual(noted, []);
  });

  it('is not offered behind a word that leads to nothing, or in an unknown context', () => {
    for (const before of ['', '坚持', '全村坚', '坚持由']) assert.equal(slotItem(view, before), null, before);
    assert.equal(slotItem([], '坚持以'), null);
  });

  it('is not offered where the same words stand in it every time: the phrase says it better', () => {
    assert.equal(
      slotItem(
        corpus(() => '全村|坚持|以|茶园|为|根本|。'),
        '坚持以',
      ),
      null,
    );
  });

  it('is not offered where most go on otherwise', () => {
    const mixed = corpus(subject =>
      SUBJECTS.indexOf(subject) % 3 === 0 ? `坚持|以|${subject}|为|根本|。` : `坚持|以|${subject}|富民|。`,
    );
    assert.equal(slotItem(mixed, '坚持以'), null);
  });

  it('is not held together by half a word', () => {
    const halves = corpus(subject => `坚持|以|${subject}|行为|记|。`);
    assert.equal(slotItem(halves, '坚持以'), null);
  });

  it('ignores articles that are gone', () => {
    const gone = segmentOf([{ dead: true, paragraphs: SUBJECTS.map(subject => `坚持|以|${subject}|为|根本|。`) }]);
    assert.equal(slotItem([gone], '坚持以'), null);
  });
});
