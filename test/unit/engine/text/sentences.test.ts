import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isHan } from '../../../../src/engine/text/han';
import { splitClauses, splitSentences } from '../../../../src/engine/text/sentences';

const cut = (text: string, spans: { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('leaves closing quotes and repeated marks with the sentence before', () => {
    const text = '他说：“干就要干好！”大家鼓掌……（全场起立。）好！！然后呢';
    assert.deepEqual(cut(text, splitSentences(text)), [
      '他说：“干就要干好！”',
      '大家鼓掌……',
      '（全场起立。）',
      '好！！',
      '然后呢',
    ]);
  });

  it('covers every text without gaps, and so do clauses', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'山水，。！”“、；…—A') }), text => {
        for (const spans of [splitSentences(text), splitClauses(text)]) {
          assert.equal(cut(text, spans).join(''), text);
          assert.ok(spans.every(({ start, end }) => start < end));
        }
      }),
    );
  });
});

describe('splitClauses', () => {
  it('does not cut at the enumeration comma', () => {
    const text = '守山、护水，抓落实；见实效。';
    assert.deepEqual(cut(text, splitClauses(text)), ['守山、护水，', '抓落实；', '见实效。']);
  });
});

describe('isHan', () => {
  it('knows rare characters by their first half, and no punctuation', () => {
    assert.ok([...'山〇𬭚'].every(character => isHan(character.charCodeAt(0))));
    assert.ok(![...'，A5。“'].some(character => isHan(character.charCodeAt(0))));
    assert.ok(![...'😀'].some(character => isHan(character.charCodeAt(0)) || isHan(character.charCodeAt(1))));
  });
});
