import assert from 'node:assert/strict';
import fc from 'fast-check';
import { excerpt, excerptOfAll } from '../../../../src/client/lookup/excerpt';

const spanOf = (sentence: string, word: string): [number, number][] => [
  [sentence.indexOf(word), sentence.indexOf(word) + word.length],
];

describe('excerpt', () => {
  it('keeps a sentence whose match stands near its beginning', () => {
    const sentence = '要扑下身子抓落实，把好事办到群众心坎上。';
    assert.equal(excerpt(sentence, spanOf(sentence, '抓落实')), sentence);
  });

  it('begins with the clause of the match where that is near', () => {
    const sentence = '各乡镇各部门要认真对照年初目标，进一步扑下身子抓落实。';
    assert.equal(excerpt(sentence, spanOf(sentence, '抓落实')), '…进一步扑下身子抓落实。');
  });

  it('begins inside a long clause where it must', () => {
    const sentence = '全县上下特别是各级领导干部都要时时处处以身作则带头抓落实。';
    const shown = excerpt(sentence, spanOf(sentence, '抓落实'));
    assert.equal(shown, '…都要时时处处以身作则带头抓落实。');
  });

  it('keeps a sentence without matches', () => {
    assert.equal(excerpt('说一千道一万，不如干一件。', []), '说一千道一万，不如干一件。');
  });

  it('shows all matches of a long sentence: what stands between them is cut out', () => {
    const sentence =
      '完善责任制和考核办法，把各级各部门、各单位的任务逐项分解到季度、到月份、到人头，坚决守牢安全底线，不出大事。';
    const spans = ['责任', '安全'].map((word): [number, number] => [
      sentence.indexOf(word),
      sentence.indexOf(word) + word.length,
    ]);
    assert.equal(excerptOfAll(sentence, spans), '完善责任制和考核办…，坚决守牢安全底线，不出大事。');
    assert.equal(
      excerptOfAll('完善责任制，守牢安全底线。', [
        [2, 4],
        [8, 10],
      ]),
      '完善责任制，守牢安全底线。',
    );
    assert.equal(excerptOfAll('说一千道一万。', []), '说一千道一万。');
  });

  it('always shows the first match, near its start, and ends as the sentence does', () => {
    const sentence = fc.string({ unit: fc.constantFrom('讲', '话', '，', '；', '稿'), minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(sentence, fc.nat(), (text, at) => {
        const start = at % text.length;
        const shown = excerpt(text, [[start, start + 1]]);
        const kept = shown.startsWith('…') ? shown.slice(1) : shown;
        assert.ok(text.endsWith(kept));
        assert.ok(text.length - kept.length <= start && start - (text.length - kept.length) <= 12);
      }),
    );
  });
});
