import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CorpusView } from '../../../../src/engine/index/segment';
import { type Concordance, concordance } from '../../../../src/engine/lookup/lines/concordance';
import { historyNeeds, linesNeeds } from '../../../../src/engine/lookup/lines/linesNeeds';
import { variantNeeds, variants } from '../../../../src/engine/lookup/wording/variants';
import { MOST_PLACES, wordingHistory } from '../../../../src/engine/lookup/wording/years';
import { createArticleDirectory } from '../../../../src/engine/passages/articleDirectory';
import type { NeedsOf } from '../../../../src/engine/passages/searchNeeds';
import { runs } from '../../../fixtures/runs';
import { blockSegmentOf, laidOut } from '../index/blocks/laidOut';
import { segmentOf } from '../segmentOf';

const paragraph = fc.string({ unit: fc.constantFrom('推', '动', '高', '质', '，', '。'), minLength: 1, maxLength: 60 });
const dated = fc.record({
  paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 3 }),
  date: fc.constantFrom('2021-03-01', '2022', '2023-02', null),
  speaker: fc.constantFrom('程向南', '周明远', null),
});
const corpora = fc.array(fc.array(dated, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 3 });
const wordings = fc.string({ unit: fc.constantFrom('推', '动', '高', '质'), minLength: 1, maxLength: 4 });

/** A reader that has nothing but what it is told to need, and what it missed then, as a command asks. */
function readingOf(view: CorpusView, needsOf: NeedsOf): { view: CorpusView; missed: Set<number>; bring(): void } {
  const here = new Set<number>();
  const missed = new Set<number>();
  const blocks = blockSegmentOf(
    laidOut(view),
    piece => here.has(piece),
    piece => missed.add(piece),
  );
  const bring = () => {
    for (const piece of missed) here.add(piece);
    missed.clear();
    for (let needs = needsOf(blocks); needs.size > 0; needs = needsOf(blocks))
      for (const piece of needs) here.add(piece);
  };
  bring();
  return { view: [blocks], missed, bring };
}

describe('what a library on demand says of a wording, with the pieces that are told to be needed', () => {
  it('is its lines, as the segments have them, and nothing is missed', () => {
    const plain = ({ groups, ...counts }: Concordance) => ({
      ...counts,
      groups: groups.map(({ lines, ...group }) => ({
        ...group,
        lines: lines.map(({ before, match, after, paragraph, offset }) => ({
          before,
          match,
          after,
          paragraph,
          offset,
        })),
      })),
    });
    fc.assert(
      fc.property(corpora, wordings, fc.constantFrom('left', 'right'), (corpus, wording, order) => {
        const view = corpus.map(articles => segmentOf(articles));
        const reading = readingOf(view, linesNeeds(wording));
        const found = plain(concordance(reading.view, [wording], { order }));
        assert.deepEqual(sorted(found), sorted(plain(concordance(view, [wording], { order }))));
        assert.equal(reading.missed.size, 0);
      }),
      runs(40),
    );
  });

  it('is its years and speakers', () => {
    fc.assert(
      fc.property(corpora, wordings, (corpus, wording) => {
        const view = corpus.map(articles => segmentOf(articles));
        const reading = readingOf(view, historyNeeds(wording, MOST_PLACES));
        const of = (asked: CorpusView) => {
          const { first, last, ...history } = wordingHistory(asked, [wording], createArticleDirectory(asked).byYear());
          return { ...history, dates: [first?.date, last?.date] };
        };
        assert.deepEqual(of(reading.view), of(view));
        assert.equal(reading.missed.size, 0);
      }),
      runs(40),
    );
  });

  it('is counted exactly, but shown and told of speakers only as far as it is here', () => {
    const view = [
      segmentOf([
        { paragraphs: ['各村推动高质发展。'], date: '2021-03-01', speaker: '程向南' },
        { paragraphs: ['全镇推动高质发展。'], date: '2023-03-01', speaker: '周明远' },
      ]),
    ];
    const layout = laidOut(view);
    const blocks = blockSegmentOf(layout, piece => piece < 1);
    const lines = concordance([blocks], ['推动高质'], { order: 'right' });
    assert.deepEqual([lines.articles, lines.occurrences, lines.groups], [2, 2, []]);
    const history = wordingHistory([blocks], ['推动高质'], createArticleDirectory([blocks]).byYear());
    assert.deepEqual(
      [history.years.map(({ articles }) => articles), history.speakers, history.first, history.last, history.estimated],
      [[1, 0, 1], [], undefined, undefined, true],
    );
  });

  it('is what else stands in its place, found in the rows alone', () => {
    const fillers = ['党建引领', '项目建设', '深化改革'];
    const view = fillers.map(filler =>
      segmentOf([{ paragraphs: [`全镇上下要以${filler}为抓手，推动工作。`, `以${filler}为抓手，再上台阶。`] }]),
    );
    const line = '各村要以特色产业为抓手，';
    const span = { start: 4, end: 8 };
    const reading = readingOf(view, variantNeeds(line, span));
    variants(reading.view, line, span, 9);
    reading.bring(); // the sources of what was found
    const found = variants(reading.view, line, span, 9);
    const plain = variants(view, line, span, 9);
    const told = (all: typeof found) => all.map(({ text, articles, source }) => [text, articles, source.before]);
    assert.deepEqual(told(found), told(plain));
    assert.deepEqual(new Set(found.map(({ text }) => text)), new Set(fillers));
  });
});

/** Groups of equal rank may stand in any order where their texts are in another order of segments. */
function sorted<Found extends { groups: readonly unknown[] }>(found: Found): Found {
  return { ...found, groups: [...found.groups].map(group => JSON.stringify(group)).sort() };
}
