import assert from 'node:assert/strict';
import { particularWords } from '../../../../src/engine/background/particularWords';
import { segmentOf } from '../segmentOf';

const names = new Set(['李大山', '王建设']);

/** What is left of a paragraph; the rest as dots. */
function left(paragraph: string): string {
  const segment = segmentOf([{ paragraphs: [paragraph] }]);
  const isBarred = particularWords(segment, word => (names.has(word) ? 'nr' : 'n'), new Set(['赵明']));
  return [...paragraph.replaceAll('|', '')].map((unit, position) => (isBarred(position) ? '·' : unit)).join('');
}

describe('particularWords', () => {
  it('bars personal names, but those with an office or doctrine behind them', () => {
    assert.equal(left('县长|李大山|指出'), '县长···指出');
    assert.equal(left('李大山|总书记|指出'), '李大山总书记指出');
    assert.equal(left('学习|李大山|思想'), '学习李大山思想');
    assert.equal(left('部长|赵|明|表示'), '部长··表示');
  });

  it('bars no word that only looks like a name to the dictionary', () => {
    const often = '蓝图|绘|就|文明|新风|'.repeat(50);
    const segment = segmentOf([{ paragraphs: [`${often}蓝天明|来|了`] }]);
    const tag = (word: string) => ({ 蓝图: 'nr', 文明: 'nr', 蓝天明: 'x' })[word] ?? 'n';
    const isBarred = particularWords(segment, tag, new Set());
    const text = often.replaceAll('|', '');
    assert.ok(![...text].some((_, position) => isBarred(position)));
    assert.deepEqual(
      [0, 1, 2, 3, 4].map(offset => isBarred(text.length + offset)),
      [true, true, true, false, false],
    );
  });

  it('bars digits, letters, odd signs and numbers, but not numerals in a wording', () => {
    assert.equal(left('增长|12.5|%，|GDP|达|到'), '增长·····，···达到');
    assert.equal(left('二十三|个'), '···个');
    assert.equal(left('三百|亩'), '··亩');
    assert.equal(left('一|心|一|意'), '一心一意');
    assert.equal(left('十四|五'), '···');
    assert.equal(left('第一|位'), '第一位');
  });

  it('bars the words by which a medium speaks of itself', () => {
    assert.equal(left('本报|记者|采写'), '····采写');
    assert.equal(left('消息|传来'), '··传来');
    assert.equal(left('看|本|台|报道'), '看····');
  });

  it('bars what is written for those that sit examinations', () => {
    assert.equal(left('下面|，|中公|教育|专家|提醒'), '下面，····专家提醒');
    assert.equal(left('其中|公共|服务'), '其中公共服务');
    assert.equal(left('各位|考生'), '各位··');
  });
});
