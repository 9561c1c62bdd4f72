import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withMarkers } from '../../../../src/engine/offers/withMarkers';

describe('a word that the draft has promised, among the phrases', () => {
  const item = (text: string) => ({ text });
  const itemOf = ({ text }: { text: string }) => ({ text });
  it('stands first where it is likely, else behind the best phrase', () => {
    const among = (probability: number) =>
      withMarkers([item('甲'), item('乙')], [{ text: '二是', probability }], itemOf, 8).map(({ text }) => text);
    assert.deepEqual(among(0.9), ['二是', '甲', '乙']);
    assert.deepEqual(among(0.3), ['甲', '二是', '乙']);
  });

  it('leaves no phrase that counts otherwise', () => {
    const phrases = ['二是', '二是要抓早', '甲', '三是抓早', '一、抓早'].map(item);
    const all = withMarkers(phrases, [{ text: '三是', probability: 0.3 }], itemOf, 8).map(({ text }) => text);
    assert.deepEqual(all, ['甲', '三是', '三是抓早', '一、抓早']);
  });

  it('takes no place twice, and no more than there are', () => {
    const texts = fc.uniqueArray(fc.constantFrom('二是', '又要', '也要', '甲', '乙', '丙'));
    const markers = fc.uniqueArray(
      fc.record({
        text: fc.constantFrom('二是', '又要', '也要'),
        probability: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      { selector: ({ text }) => text },
    );
    fc.assert(
      fc.property(texts, markers, fc.integer({ min: 0, max: 8 }), (phrases, some, limit) => {
        const all = withMarkers(phrases.map(item), some, itemOf, limit).map(({ text }) => text);
        assert.equal(new Set(all).size, all.length);
        const wanted = new Set([...phrases, ...some.map(({ text }) => text)]).size;
        assert.equal(all.length, Math.min(limit, wanted));
        const kept = all.filter(text => !some.some(marker => marker.text === text));
        assert.deepEqual(
          kept,
          phrases.filter(text => kept.includes(text)),
        );
      }),
    );
  });
});
