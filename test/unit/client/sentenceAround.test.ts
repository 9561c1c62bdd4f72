import assert from 'node:assert/strict';
import fc from 'fast-check';
import { sentenceAround } from '../../../src/client/lookup/sentenceAround';

const around = (line: string, wording: string) => {
  const start = line.indexOf(wording);
  const span = sentenceAround(line, start, start + wording.length);
  return line.slice(span.start, span.end);
};

describe('the sentence around a wording', () => {
  it('goes from mark to mark, with the mark that ends it', () => {
    assert.equal(around('甲。要抓落实！丙', '抓落实'), '要抓落实！');
    assert.equal(around('要抓落实', '抓落实'), '要抓落实');
    assert.equal(around('他说：“好。”要抓落实……接着', '抓落实'), '要抓落实……');
    assert.equal(around('　　要抓落实。', '抓落实'), '要抓落实。');
  });

  it('holds the wording, whatever the line', () => {
    const line = fc.string({ unit: fc.constantFrom('甲', '。', '！', '”', '　', '…'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(line, fc.nat(20), fc.nat(20), (text, a, b) => {
        const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)];
        const span = sentenceAround(text, start, end);
        assert.ok(span.start <= start && span.end >= end && span.end <= text.length);
      }),
    );
  });
});
