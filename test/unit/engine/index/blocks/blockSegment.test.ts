import assert from 'node:assert/strict';
import fc from 'fast-check';
import { createFrequency } from '../../../../../src/engine/complete/sources/frequency';
import type { BlockSegment } from '../../../../../src/engine/index/blocks/blockSegment';
import {
  contextNeeds,
  nextNeeds,
  rowNeeds,
  topicNeeds,
  wordingNeeds,
} from '../../../../../src/engine/index/blocks/needs';
import { BLOCK_ROWS, ROW_CODES } from '../../../../../src/engine/index/blocks/rows';
import { stringCount } from '../../../../../src/engine/index/blocks/shortStrings';
import { WIDE } from '../../../../../src/engine/index/blocks/wideContexts';
import type { Segment } from '../../../../../src/engine/index/segment';
import { visitStrides } from '../../../../../src/engine/index/suffixes/strides';
import { suffixRange, suffixRanges } from '../../../../../src/engine/index/suffixes/suffixRange';
import { countArticles } from '../../../../../src/engine/passages/countArticles';
import { findPassages } from '../../../../../src/engine/passages/findPassages';
import { random } from '../../../../eval/random';
import { runs } from '../../../../fixtures/runs';
import { segmentOf } from '../../segmentOf';
import { blockSegmentOf, laidOut, shelved } from './laidOut';

/** How often each text of `length` follows a pattern, looking at `most` places. */
function continuations(segment: Segment, pattern: string, length: number, most = Number.POSITIVE_INFINITY) {
  const range = suffixRange(segment, pattern);
  const counts = new Map<string, number>();
  const stride = Math.max(1, (range.hi - range.lo) / most);
  visitStrides(segment, range, stride / 2, stride, position => {
    const codes = Array.from({ length }, (_, i) => segment.codeAt(position + pattern.length + i));
    const end = codes.findIndex(code => code < 2);
    const text = String.fromCharCode(...codes.slice(0, end < 0 ? length : end));
    counts.set(text, (counts.get(text) ?? 0) + stride);
  });
  return counts;
}

const plain = (counts: ReadonlyMap<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

const paragraph = fc.string({ unit: fc.constantFrom('推', '动', '高', '质', '，', '。'), minLength: 1, maxLength: 60 });
const articles = fc.array(fc.array(paragraph, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 6 });

describe('BlockSegment', () => {
  it('counts what goes on from any wording as the segments do', () => {
    fc.assert(
      fc.property(fc.array(articles, { minLength: 1, maxLength: 3 }), paragraph, (corpus, pattern) => {
        const view = corpus.map(texts => segmentOf(texts.map(paragraphs => ({ paragraphs }))));
        const blocks = blockSegmentOf(laidOut(view));
        for (const wording of [pattern.slice(0, 1), pattern.slice(0, 2), pattern.slice(0, 5), pattern]) {
          const { lo, hi } = suffixRange(blocks, wording);
          assert.equal(hi - lo, suffixRanges(view, wording).total, wording);
          const all = new Map<string, number>();
          for (const segment of view)
            for (const [text, count] of continuations(segment, wording, 3)) all.set(text, (all.get(text) ?? 0) + count);
          assert.deepEqual(plain(continuations(blocks, wording, 3)), plain(all), wording);
        }
      }),
      runs(15),
    );
  });

  describe('of a text with wide ranges', () => {
    const next = random(7);
    const words = ['推动', '高质量', '发展', '国家', '，', '。', '建设', '人民'];
    const texts = Array.from({ length: 30 }, () =>
      Array.from({ length: 1200 }, () => words[Math.floor(next() ** 2 * words.length)]).join(''),
    );
    const view = [0, 1].map(half =>
      segmentOf(texts.slice(15 * half, 15 * half + 15).map(text => ({ paragraphs: [text], date: '2023-02-06' }))),
    );
    const layout = laidOut(view);
    const wide = stringCount(layout.index.wide);

    it('knows the width of each exactly, without a piece', () => {
      assert.ok(wide > 3);
      const blocks = blockSegmentOf(layout, () => false);
      for (const wording of ['推', '推动', '动推', '推动推动']) {
        const { total } = suffixRanges(view, wording);
        const { lo, hi } = blocks.find(wording);
        assert.equal(hi - lo, total > WIDE ? total : 0, wording);
      }
    });

    it('knows about how often a wording stands, without a piece: within a block at each end', () => {
      const nothing = blockSegmentOf(layout, () => false);
      const all = blockSegmentOf(layout);
      const frequency = createFrequency([nothing], 4);
      for (const wording of [
        '推',
        '推动',
        '动推',
        '高质量发展',
        '发展国',
        '推动推动高',
        '，人民。',
        '人民人民人民人民',
      ]) {
        const { total } = suffixRanges(view, wording);
        assert.equal(all.countAbout(wording), total, wording);
        const about = nothing.countAbout(wording);
        assert.ok(about > 0 && Math.abs(about - total) <= BLOCK_ROWS, `${wording} ${about} ${total}`);
        assert.equal(frequency(0, wording, -1), about);
      }
      // The little that is here beside it says nothing of how common a phrase is.
      const own = segmentOf([{ paragraphs: ['人民人民人民人民'] }]);
      const beside = createFrequency([own, nothing], 4);
      assert.ok(beside(0, '推动', -1) > 10 * beside(1, '人民人民人民人民', -1));
    });

    it('gives each continuation its share from the sample, as strides through all would', () => {
      const { blocks: first } = blockSegmentOf(layout).pieces;
      const blocks = blockSegmentOf(layout, piece => piece >= first && piece < first + wide);
      const { total } = suffixRanges(view, '推');
      const got = continuations(blocks, '推', 3, 200);
      const wanted = new Map<string, number>();
      for (const segment of view)
        for (const [text, count] of continuations(segment, '推', 3)) wanted.set(text, (wanted.get(text) ?? 0) + count);
      for (const [text, count] of wanted)
        assert.ok(Math.abs((got.get(text) ?? 0) - count) <= (2 * total) / 200, `${text} ${got.get(text)} ${count}`);
    });

    it('needs a few pieces for a place, in as many rounds as there are steps', () => {
      const before = `各级干部要${texts[3]!.slice(200, 240)}`;
      const here = new Set<number>();
      const blocks = blockSegmentOf(layout, piece => here.has(piece));
      const rounds = arrive(here, () => contextNeeds(blocks, before));
      assert.ok(rounds <= 4 && here.size < 40, `${rounds} rounds, ${here.size} pieces`);
      const whole = blockSegmentOf(layout);
      arrive(here, () => rowNeeds(blocks, before, [])); // a letter alone comes behind the list
      for (let length = 1; length <= ROW_CODES; length++) {
        const wording = before.slice(-length);
        assert.deepEqual(blocks.find(wording), whole.find(wording), wording);
      }
    });

    it('lets the next list wait for nothing where the first row is typed or taken', () => {
      const [before, row] = [`各级干部要${texts[3]!.slice(200, 240)}`, texts[3]!.slice(240, 246)];
      const here = new Set<number>();
      const blocks = blockSegmentOf(layout, piece => here.has(piece));
      arrive(here, () => contextNeeds(blocks, before));
      const lacks = () => [row.slice(0, 1), row].map(text => contextNeeds(blocks, before + text).size > 0);
      assert.deepEqual(lacks(), [true, true]);
      arrive(here, () => nextNeeds(blocks, before, row));
      assert.deepEqual(lacks(), [false, false]);
    });

    it('finds the passages of a wording longer than its rows when their text is here', () => {
      const wording = texts[8]!.slice(100, 140);
      const here = new Set<number>();
      const blocks: BlockSegment = blockSegmentOf(
        layout,
        piece => here.has(piece),
        piece => noted.add(piece),
      );
      const noted = new Set<number>();
      arrive(here, () => wordingNeeds(blocks, wording));
      arrive(here, () => {
        noted.clear();
        findPassages([blocks], wording, 3);
        return new Set(noted);
      });
      const { passages, dates } = findPassages([blocks], wording, 3);
      const expected = findPassages(view, wording, 3);
      assert.deepEqual(
        passages.map(({ before, match, after, paragraph }) => ({ before, match, after, paragraph })),
        expected.passages.map(({ before, match, after, paragraph }) => ({ before, match, after, paragraph })),
      );
      assert.deepEqual(dates, expected.dates);
      assert.equal(passages[0]?.article.path, '讲话/0-8.txt');
    });

    describe('with its tables elsewhere, shelf by shelf', () => {
      const next = random(11);
      const wordings = Array.from({ length: 120 }, () => {
        const text = texts[Math.floor(next() * texts.length)]!;
        const at = Math.floor(next() * (text.length - 20));
        return text.slice(at, at + 1 + Math.floor(next() * 18)) + (next() < 0.1 ? '没有' : '');
      });
      /** Everything that is asked of a layout, with some pieces. */
      const asked = (blocks: BlockSegment) => ({
        ranges: wordings.map(wording => blocks.find(wording)),
        counts: wordings.map(wording => blocks.countAbout(wording)),
        needs: wordings.flatMap(wording => [
          [...contextNeeds(blocks, wording)],
          [...topicNeeds(blocks, wording)],
          [...rowNeeds(blocks, wording, ['发展', '，人民'])],
          [...wordingNeeds(blocks, wording)],
        ]),
        starts: wordings.map(wording => [
          blocks.bucketStart(wording.charCodeAt(0)),
          blocks.pairRange(wording.charCodeAt(0), wording.charCodeAt(1) || 0),
        ]),
        suffixes: Array.from({ length: 400 }, (_, i) => blocks.suffixAt(Math.floor((i * blocks.length) / 400))),
        articles: Array.from({ length: 400 }, (_, i) => blocks.articleAt(Math.floor((i * blocks.length) / 400))),
      });
      const { blocks: first } = blockSegmentOf(layout).pieces;
      const heres: Record<string, (piece: number) => boolean> = {
        nothing: () => false,
        samples: piece => piece >= first && piece < first + wide,
        some: piece => piece % 3 !== 0,
        all: () => true,
      };

      for (const [name, here] of Object.entries(heres))
        it(`answers and needs the same where ${name} is here`, () => {
          const expected = asked(blockSegmentOf(layout, here));
          for (const rows of [1, 3, 64])
            assert.deepEqual(
              asked(blockSegmentOf(layout, here, undefined, undefined, shelved(layout.index, rows))),
              expected,
            );
        });

      it('tells nothing wrong where a shelf cannot be read', () => {
        const whole = blockSegmentOf(layout);
        const cut = blockSegmentOf(
          layout,
          () => true,
          undefined,
          undefined,
          shelved(layout.index, 3, shelf => shelf % 4 !== 1),
        );
        let unknown = 0;
        for (const wording of wordings) {
          const found = cut.find(wording);
          if (found.isExact) assert.deepEqual(found, whole.find(wording), wording);
          else unknown++;
        }
        assert.ok(unknown > 10 && unknown < wordings.length, `${unknown}`);
      });
    });

    it('needs the pairs that tell what a draft is about, and no others', () => {
      const none = blockSegmentOf(layout, () => false);
      assert.equal(topicNeeds(none, 'abc，。12').size, 0);
      // A wide pair that stands everywhere tells nothing.
      assert.equal(topicNeeds(none, '推动').size, 0);
      const here = new Set<number>();
      const blocks = blockSegmentOf(layout, piece => here.has(piece));
      arrive(here, () => topicNeeds(blocks, '质发家人'));
      assert.ok(here.size > 0 && here.size <= 6, `${here.size} pieces`);
    });

    it('counts the articles of a wording, of a wide one by its sample', () => {
      const blocks = blockSegmentOf(layout);
      for (const wording of ['推动', '人民人民', '人民，建设']) {
        const { articles, occurrences } = countArticles([blocks], wording);
        const expected = countArticles(view, wording);
        assert.equal(articles, expected.articles, wording);
        assert.ok(Math.abs(occurrences - expected.occurrences) <= 0.02 * expected.occurrences, wording);
      }
    });
  });
});

/** Fetches what is needed until nothing is; how often that was. */
function arrive(here: Set<number>, needs: () => Set<number>): number {
  for (let rounds = 0; ; rounds++) {
    const missing = needs();
    if (missing.size === 0) return rounds;
    assert.ok(rounds < 20 && [...missing].some(piece => !here.has(piece)));
    for (const piece of missing) here.add(piece);
  }
}
