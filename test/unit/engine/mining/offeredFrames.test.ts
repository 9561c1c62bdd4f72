import assert from 'node:assert/strict';
import { mergeFrames } from '../../../../src/engine/mining/mergeFrames';
import { mineFrames } from '../../../../src/engine/mining/mineFrames';
import { offeredFrames } from '../../../../src/engine/mining/offeredFrames';

/** Templates offered from articles of a paragraph each. */
function offered(...articles: readonly string[]): string[] {
  const mined = articles.map((text, article) => ({
    article,
    cluster: article,
    frames: mineFrames(text.split('\n'), { single: true }),
  }));
  return offeredFrames(mergeFrames(mined)).map(({ template }) => template);
}

describe('offeredFrames', () => {
  it('offers what several articles have in words of their own', () => {
    assert.deepEqual(
      offered('要大兴修桥之风。河水涨了。要大兴铺路之风。', '要大兴算账之风。墙上贴满。要大兴晒单之风。'),
      ['要大兴〔两字〕之风'],
    );
  });

  it('wants three members, or much that holds two, where only one article has it', () => {
    assert.deepEqual(offered('要大兴修桥之风。河水涨了。要大兴铺路之风。'), []);
    assert.deepEqual(offered('要大兴修桥之风。河水涨了。要大兴铺路之风。山色青了。要大兴种树之风。'), [
      '要大兴〔两字〕之风',
    ]);
  });

  it('takes an article that quotes another for none of its own', () => {
    const quoted = '要大兴修桥之风。河水涨了。要大兴铺路之风。';
    assert.deepEqual(offered(quoted, `老话说得好。${quoted}`), []);
  });

  for (const [what, text] of [
    ['a single word beside a slot', '坚持修桥铺路，坚持开荒种地，坚持引水上山。'],
    ['a word between any two things', '困难的时候不伸手，名利不争，到了关键的时候不出事。'],
    ['a date', '2021年以来修桥很多，2021年以来铺路很多，2021年以来种树很多。'],
    ['an office', '石桥县财政局把账目算清，石桥县财政局把家底摸清，石桥县财政局把票据理清。'],
    ['a provision', '第一条 村委会应当把账目公开。\n第二条 村委会应当把家底公开。\n第三条 村委会应当把票据公开。'],
  ] as const) {
    it(`leaves out ${what}`, () => assert.deepEqual(offered(text), []));
  }
});
