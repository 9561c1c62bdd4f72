import assert from 'node:assert/strict';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import type { Frame, FrameLevel } from '../../../../src/engine/parallel/frame';

/** The frames of a text as `level template ×instances`, best first. */
function templates(...paragraphs: string[]): string[] {
  return mineFrames(paragraphs).map(({ level, template, instances }) => `${level} ${template} ×${instances.length}`);
}

function only(level: FrameLevel, ...paragraphs: string[]): Frame {
  const frames = mineFrames(paragraphs);
  assert.deepEqual(
    frames.map(frame => frame.level),
    [level],
  );
  return frames[0]!;
}

describe('mineFrames', () => {
  it('finds headings cut from one pattern, clause by clause', () => {
    const frame = only(
      'heading',
      '一、抓住牛鼻子，以道路建设为先导，担起开路第一责任。',
      '山里的路修了三年。',
      '二、盯住钱袋子，以茶园建设为依托，办好增收第一要事。',
      '今年茶价不坏。',
    );
    assert.equal(frame.template, '一、〔四字甲〕子，以〔两字甲〕建设为〔两字乙〕，〔四字乙〕第一〔两字丙〕');
    assert.deepEqual(
      frame.instances.map(({ text, marker, paragraph }) => [text.slice(0, 7), marker, paragraph]),
      [
        ['一、抓住牛鼻子', '一、', 0],
        ['二、盯住钱袋子', '二、', 2],
      ],
    );
  });

  it('finds paragraphs that open alike, with others between them', () => {
    const frame = only(
      'paragraph',
      '办实事、解难题，必须时时牢记“进百家门”的本分。老周走了二十年山路。',
      '他的账本记满了三十本。',
      '办实事、解难题，必须时时牢记“算细碎账”的习惯。一盏路灯也有人惦记。',
      '办实事、解难题，必须时时牢记“吃自家饭”的规矩。下乡不添麻烦。',
    );
    assert.equal(frame.template, '办实事、解难题，必须时时牢记“〔引语〕”的〔两字〕');
    assert.equal(frame.members, 3);
    assert.deepEqual(frame.slots[1]?.examples, ['本分', '习惯', '规矩']);
    assert.equal(frame.joint, '\n');
  });

  it('finds sentences with others between them', () => {
    assert.deepEqual(
      templates('要大兴登门之风。坐在屋里听不见真话。要大兴算账之风。花一分钱问一分效。要大兴守时之风。'),
      ['sentence 要大兴〔两字〕之风 ×3'],
    );
  });

  it('counts numbers as fixed: 一要…；二要…', () => {
    const frame = only(
      'sentence',
      '一要修渠道，解决灌溉难问题；二要建晒坝，解决晾晒难问题；三要通班车，解决出行难问题。',
    );
    assert.equal(frame.template, '一要〔三字〕，解决〔两字〕难问题');
    assert.deepEqual(frame.parts[0], { series: 'must', before: '', numeral: '一', after: '要' });
    assert.deepEqual(
      frame.instances.map(({ marker }) => marker),
      ['一要', '二要', '三要'],
    );
  });

  it('finds clauses, and leaves out what leads up to the first', () => {
    const frame = only('clause', '我们就是要把老人的饭菜做软，把孩子的校车管严，把青年的夜校办活。');
    assert.equal(frame.template, '把〔两字〕的〔四字〕');
    assert.equal(frame.instances[0]?.text, '把老人的饭菜做软');
    assert.equal(frame.joint, '，');
  });

  it('links slots with the same fillers: 不该…的不…', () => {
    const frame = only('clause', '要做到不该吃的一口不吃、不该收的一分不收、不该管的一句不管。');
    const slots = frame.parts.flatMap(part => (typeof part === 'object' && 'slot' in part ? [part.slot] : []));
    assert.equal(slots.length, 3);
    assert.equal(new Set(slots).size, 2);
  });

  it('finds members of two clauses', () => {
    assert.deepEqual(
      templates('要想乡亲信得过、首先自己站得正，要想乡亲跟着走、首先自己跑在前，要想乡亲富起来、首先自己沉下去。').map(
        line => line.split(' ')[0],
      ),
      ['clause'],
    );
  });

  it('finds chains', () => {
    const frame = only('chain', '许多事听过不如见过，见过不如干过，干过才算懂得。');
    assert.deepEqual(
      frame.instances.map(({ fillers }) => fillers),
      [
        ['听', '见'],
        ['见', '干'],
      ],
    );
  });

  it('takes 把好事办实、把实事办好 for no chain: its members do not begin as the one before ends', () => {
    assert.equal(only('clause', '要把好事办实，把实事办好。').template, '把〔一字甲〕事办〔一字乙〕');
  });

  it('finds correlative pairs that come twice, and single ones when asked', () => {
    const once = '办这件事既要看群众盼不盼，又要看财力够不够。';
    assert.deepEqual(templates(once), []);
    assert.deepEqual(
      mineFrames([once], { single: true }).map(({ level, template }) => [level, template]),
      [['pair', '既要〔六字甲〕，又要〔六字乙〕']],
    );
    assert.equal(only('pair', once, '用人既要看老实，又要看能干。').instances.length, 2);
  });

  it('finds a series whose members share nothing but that they count', () => {
    const frame = only(
      'series',
      '一是讲学习。书本常翻常新。',
      '二是守清贫。日子越简越安。',
      '三是重然诺。说到的都兑现。',
    );
    assert.equal(frame.template, '一是〔三字〕');
    assert.equal(frame.members, 3);
  });

  it('lets one word of the fixed part vary, as a slot', () => {
    const frame = only('sentence', '必须推进村级账务公开。群众看得明白。必须推动镇级项目公开。干部睡得安稳。');
    const variation = frame.slots.find(slot => slot.variation);
    assert.deepEqual(variation?.examples, ['推进', '推动']);
  });

  it('cuts at words where they are known', () => {
    const text = '要推进改革开放，要推进改善民生，要推进改造旧城。';
    const starts = new Set([0, 1, 3, 5, 7, 8, 9, 11, 13, 15, 16, 17, 19, 21, 23]);
    const [frame] = mineFrames([text], { isWordStart: (_, offset) => starts.has(offset) });
    assert.equal(frame?.template, '要推进〔四字〕');
  });

  const silence: Readonly<Record<string, readonly string[]>> = {
    'names and titles': ['柳溪镇书记陈守义、柳溪镇镇长吴海棠、柳溪镇主席黄立本到场。'],
    addresses: ['青岚县柳溪镇下坝村', '青岚县柳溪镇上坝村', '青岚县石桥镇黑石村'],
    figures: ['一季度开工十一个，二季度开工九个，三季度开工十四个。'],
    'a report of what was said': [
      '会议指出，校车要逐辆检查。',
      '会议强调，驾驶人要逐个谈话。',
      '会议要求，路段要逐条巡查。',
    ],
    'speakers of an interview': ['记者：今年收成怎样？', '局长：比去年好些。', '记者：价钱呢？', '局长：也还稳当。'],
    provisions: [
      '第一条 为规范管理，制定本规定。',
      '第二条 本规定所称岗位，是指公益岗位。',
      '第三条 本规定自公布之日起施行。',
    ],
    'repeated sentences': ['大家一起来修路。大家一起来修路。大家一起来修路。'],
    'a plain story': ['雨下了一夜，早晨的山洗得发亮。', '老蒋来送信，裤脚湿到膝盖。', '我请他烤火，他说前头还有两家。'],
    nothing: ['', '。', '，，，', '“”'],
  };
  for (const [what, paragraphs] of Object.entries(silence)) {
    it(`finds nothing in ${what}`, () => assert.deepEqual(templates(...paragraphs), []));
  }
});
