import assert from 'node:assert/strict';
import fc from 'fast-check';
import { commonPieces } from '../../../../src/engine/check/overlap/commonPieces';
import { PairRanges } from '../../../../src/engine/check/overlap/pairRanges';
import type { CorpusView, Segment } from '../../../../src/engine/index/segment';
import { runs } from '../../../fixtures/runs';
import { segmentOf, type TestArticle } from '../segmentOf';

/** How far so many articles go along, by looking at all of them. */
function naive(articles: readonly TestArticle[], text: string, at: number, many: number): number {
  let length = 2;
  const have = (wording: string) =>
    new Set(
      articles
        .filter(({ dead, paragraphs }) => !dead && paragraphs.some(paragraph => paragraph.includes(wording)))
        .map(({ cluster }) => cluster),
    ).size;
  while (at + length <= text.length && have(text.slice(at, at + length)) >= many) length++;
  return length - 1;
}

/** The same view, and how often its suffixes were looked at. */
function counted(view: CorpusView) {
  const looks = { count: 0 };
  const of = (segment: Segment): Segment => ({
    ...segment,
    suffixAt(rank) {
      looks.count++;
      return segment.suffixAt(rank);
    },
  });
  return { view: view.map(of), looks };
}

describe('commonPieces', () => {
  const letter = fc.constantFrom('甲', '乙', '丙', '丁');
  const article = fc.record({
    paragraphs: fc.array(fc.string({ unit: letter, minLength: 1, maxLength: 30 }), { minLength: 1, maxLength: 2 }),
    cluster: fc.nat(12),
    dead: fc.nat(9).map(number => number === 0),
  });

  it('[property] go as far as so many articles of all segments together go', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(article, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
        fc.string({ unit: letter, minLength: 2, maxLength: 30 }),
        fc.integer({ min: 1, max: 6 }),
        (segments, text, many) => {
          const from = commonPieces(segments.map(segmentOf), text, many, {});
          for (let at = 0; at < text.length; at++)
            assert.equal(from(at), naive(segments.flat(), text, at, many), `${text} at ${at}`);
        },
      ),
      runs(200),
    );
  });

  it('are not looked for where one of their pairs stands in too few places', () => {
    const said = (count: number, what: string) =>
      segmentOf(Array.from({ length: count }, (_, i) => ({ paragraphs: [`${i}：${what}。`], cluster: i })));
    const { view, looks } = counted([said(3, '开渠引水'), said(1, '渠引')]);
    const from = commonPieces(view, '开渠引水', 5, {});
    assert.deepEqual([from(0), from(1), from(2)], [1, 1, 1]);
    assert.equal(looks.count, 0);
    assert.equal(commonPieces(view, '开渠引水', 3, {})(0), 4);
    assert.ok(looks.count > 0);
  });
});

describe('PairRanges', () => {
  it('[property] no wording stands at more places than its rarest pair', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.nat(), fc.nat(), (corpus, text, first, further) => {
        const start = first % (text.length - 1);
        const end = Math.min(text.length, start + 2 + (further % 5));
        const wording = text.slice(start, end);
        let places = 0;
        for (let at = 0; at < corpus.length; at++) if (corpus.startsWith(wording, at)) places++;
        const view = [segmentOf([{ paragraphs: ['丁'] }]), segmentOf([{ paragraphs: [corpus] }])];
        const pairs = new PairRanges(view, text);
        assert.ok(places <= pairs.placesOf(1, start, end));
        assert.equal(pairs.placesOf(0, start, end), 0);
        if (end - start === 2) assert.equal(pairs.placesOf(1, start, end), places);
      }),
    );
  });
});
