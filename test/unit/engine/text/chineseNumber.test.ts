import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  formatArabic,
  formatChinese,
  formatCircled,
  MAX_CHINESE,
  parseArabic,
  parseChinese,
  parseCircled,
} from '../../../../src/engine/text/chineseNumber';

const known: [number, string][] = [
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [103, '一百零三'],
  [110, '一百一十'],
  [111, '一百一十一'],
  [1002, '一千零二'],
  [1020, '一千零二十'],
  [9999, '九千九百九十九'],
];

describe('Chinese numerals', () => {
  for (const [value, text] of known) {
    it(`${value} is ${text}`, () => {
      assert.equal(formatChinese(value), text);
      assert.equal(parseChinese(text), value);
    });
  }

  it('reads every number it writes', () => {
    for (let value = 1; value <= MAX_CHINESE; value++) assert.equal(parseChinese(formatChinese(value)!), value);
  });

  it('writes every text it reads, save for a leading 一十', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'零一二九十百千'), minLength: 1, maxLength: 7 }), text => {
        const value = parseChinese(text);
        if (value !== null) assert.equal(formatChinese(value), text.replace(/^一十/, '十'));
      }),
    );
    assert.equal(parseChinese('一十二'), 12);
  });

  it('takes nothing else for a number', () => {
    for (const text of ['', '一二', '百一', '十十', '零', '一百三', '二零二三', '一百零', '五个', '两']) {
      assert.equal(parseChinese(text), null, text);
    }
  });

  it('has no numeral outside its range', () => {
    for (const value of [0, -1, 1.5, MAX_CHINESE + 1, Number.NaN]) assert.equal(formatChinese(value), null);
  });
});

describe('Arabic and circled numerals', () => {
  it('survive a round trip, in half and in full width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('3', '３'), (value, like) => {
        assert.equal(parseArabic(formatArabic(value, like)!), value);
      }),
    );
    assert.equal(formatArabic(14, '３'), '１４');
    assert.equal(formatArabic(14, '3'), '14');
  });

  it('refuse what is no whole number', () => {
    for (const text of ['', '0', '01', '1.5', '二', '-1']) assert.equal(parseArabic(text), null, text);
  });

  it('circle from ① over ⑳, ㉑, ㉟ and ㊱ to ㊿ and no further', () => {
    for (let value = 1; value <= 50; value++) assert.equal(parseCircled(formatCircled(value)!), value);
    assert.deepEqual([20, 21, 35, 36, 50].map(formatCircled), ['⑳', '㉑', '㉟', '㊱', '㊿']);
    assert.equal(formatCircled(51), null);
    assert.equal(formatCircled(0), null);
    assert.equal(parseCircled('一'), null);
    assert.equal(parseCircled('①②'), null);
  });
});
