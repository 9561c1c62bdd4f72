import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BlockSegment } from '../../../../src/engine/index/blocks/blockSegment';
import type { CorpusView } from '../../../../src/engine/index/segment';
import { nextNeeds, nextParagraphs } from '../../../../src/engine/lookup/like/nextParagraphs';
import { type Concordance, concordance } from '../../../../src/engine/lookup/lines/concordance';
import { historyNeeds, linesNeeds } from '../../../../src/engine/lookup/lines/linesNeeds';
import { speakerProfile } from '../../../../src/engine/lookup/profile';
import { profileNeeds } from '../../../../src/engine/lookup/profileNeeds';
import { ask } from '../../../../src/engine/lookup/query/ask';
import { filteredView } from '../../../../src/engine/lookup/query/filteredView';
import { parseGapPattern } from '../../../../src/engine/lookup/query/gapPattern';
import { parseQuery } from '../../../../src/engine/lookup/query/query';
import { isAskedInPart, queryNeeds } from '../../../../src/engine/lookup/query/queryNeeds';
import { collocateNeeds } from '../../../../src/engine/lookup/wording/collocateNeeds';
import { collocates } from '../../../../src/engine/lookup/wording/collocates';
import { variantNeeds, variants } from '../../../../src/engine/lookup/wording/variants';
import { MOST_PLACES, wordingHistory } from '../../../../src/engine/lookup/wording/years';
import { createArticleDirectory } from '../../../../src/engine/passages/articleDirectory';
import type { Hit } from '../../../../src/engine/passages/search/hit';
import type { NeedsOf } from '../../../../src/engine/passages/search/searchNeeds';
import { finish } from '../../../../src/engine/steps';
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

/** What is needed, step by step, of these layouts. */
type Steps = (partial: readonly BlockSegment[]) => readonly NeedsOf[];

interface Reading {
  readonly view: readonly BlockSegment[];
  readonly missed: Set<number>;
  readonly here: Set<number>;
  bring(): void;
}

/** A reader that has nothing but what it is told to need, and what it missed then, as a command asks. */
function readingOf(view: CorpusView, steps: Steps, knowsSpeakers = false): Reading {
  const here = new Set<number>();
  const missed = new Set<number>();
  const speakers = view.flatMap(segment =>
    Array.from({ length: segment.articleCount }, (_, article) => segment.meta(article).speaker),
  );
  const blocks = blockSegmentOf(
    laidOut(view),
    piece => here.has(piece),
    piece => missed.add(piece),
    knowsSpeakers ? article => speakers[article] ?? null : undefined,
  );
  const bring = () => {
    for (const piece of missed) here.add(piece);
    missed.clear();
    for (const needsOf of steps([blocks]))
      for (let needs = needsOf(blocks); needs.size > 0; needs = needsOf(blocks))
        for (const piece of needs) here.add(piece);
  };
  bring();
  return { view: [blocks], missed, here, bring };
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
        const reading = readingOf(view, () => [linesNeeds({ words: wording, filter: {} })]);
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
        const reading = readingOf(view, () => [historyNeeds({ words: wording, filter: {} }, MOST_PLACES)]);
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
    const reading = readingOf(view, () => [variantNeeds(line, span)]);
    variants(reading.view, line, span, 9);
    reading.bring(); // the sources of what was found
    const found = variants(reading.view, line, span, 9);
    const plain = variants(view, line, span, 9);
    const told = (all: typeof found) => all.map(({ text, articles, source }) => [text, articles, source.before]);
    assert.deepEqual(told(found), told(plain));
    assert.deepEqual(new Set(found.map(({ text }) => text)), new Set(fillers));
  });
});

const town = (number: number, speaker: string, date: string, ...paragraphs: string[]) => ({
  ...{ title: `第${number}篇`, speaker, date, paragraphs },
});
const WORK = '要以项目建设为抓手，层层压实主体责任，推动任务落实。';
const towns: CorpusView = [
  segmentOf([
    town(1, '程向南', '2021-03-01', WORK, '下一步要强化督查。'),
    town(2, '周明远', '2022-03-01', '要以党建引领为抓手，压实工作责任，推动任务落实。', '要营造良好氛围。'),
    town(3, '周明远', '2023-03-01', '今年的粮食生产再获丰收，压实主体责任，推动任务落实。'),
  ]),
  segmentOf([
    town(4, '程向南', '2023-05-01', '以为民服务作抓手。压实担子。', '山上的路修好了。'),
    town(5, '程向南', '2023-06-01', '以产业振兴为抓手，层层压实担子，再上新台阶。'),
  ]),
];

describe('what a library on demand says of patterns, filters, company and speakers', () => {
  const told = (hits: readonly Hit[]) =>
    hits.map(({ sentence, article, paragraph }) => [sentence, article.title, paragraph]);
  const cutWords = (text: string) => [text];

  for (const typed of [
    '以*为抓手',
    '“压实” speaker:程向南',
    '压实 year:2022-2023',
    '压实 title:第3',
    '压实 责任 speaker:周明远 year:2023',
    '以*为抓手 year:2021 title:第1',
  ])
    it(`is what its segments say of ${typed}, whether it is known who spoke or not`, () => {
      const query = parseQuery(typed);
      for (const knowsSpeakers of [false, true]) {
        const reading = readingOf(towns, partial => [queryNeeds(query, cutWords, partial.length)], knowsSpeakers);
        const asked = () => ask(filteredView(reading.view, query.filter), query, 9, cutWords);
        asked();
        reading.bring(); // titles of what was found
        const found = told(asked());
        assert.deepEqual(found.toSorted(), told(ask(filteredView(towns, query.filter), query, 9, cutWords)).toSorted());
        assert.ok(found.length > 0);
        assert.equal(isAskedInPart(reading.view, query), false);
      }
    });

  it('is its lines and its years, with gaps and filters', () => {
    for (const typed of ['以*为抓手', '压实 speaker:程向南', '压实*落实 year:2021-2022']) {
      const query = parseQuery(typed);
      const pattern = parseGapPattern(query.words);
      const lines = (view: CorpusView) => {
        const { groups, ...counts } = concordance(filteredView(view, query.filter), pattern, { order: 'right' });
        return {
          ...counts,
          lines: groups.flatMap(group => group.lines.map(({ before, after }) => before + after)).sort(),
        };
      };
      const reading = readingOf(towns, () => [linesNeeds(query)], true);
      assert.deepEqual(lines(reading.view), lines(towns));
      assert.ok(lines(towns).lines.length > 1);
      const years = (view: CorpusView) => {
        const filtered = filteredView(view, query.filter);
        const found = wordingHistory(filtered, pattern, createArticleDirectory(filtered).byYear());
        return [found.years, found.speakers, found.estimated];
      };
      assert.deepEqual(years(readingOf(towns, () => [historyNeeds(query, MOST_PLACES)], true).view), years(towns));
    }
  });

  it('says that it is in part where it looks at some places only', () => {
    const many = [
      segmentOf(Array.from({ length: 300 }, (_, i) => town(i, '程向南', '2023', '以党建为抓手。'.repeat(2)))),
    ];
    const gap = parseQuery('以*为抓手');
    const reading = readingOf(many, partial => [queryNeeds(gap, cutWords, partial.length)]);
    assert.equal(isAskedInPart(reading.view, gap), true);
    assert.equal(isAskedInPart(many, gap), false);
    assert.equal(isAskedInPart(reading.view, parseQuery('为抓手')), false);
    const lines = concordance(reading.view, parseGapPattern('以*为抓手'), { order: 'right' });
    assert.deepEqual([lines.occurrences, lines.estimated], [600, true]);
    assert.ok(lines.articles >= 300 && lines.articles < 440, `${lines.articles}`);
    const { speakers } = wordingHistory(reading.view, ['以', '为抓手'], new Map([[2023, 300]]));
    assert.ok(speakers[0]!.articles <= 300, JSON.stringify(speakers));
  });

  it('is the company of a word', () => {
    const reading = readingOf(towns, partial => collocateNeeds(partial, '压实'));
    const of = (view: CorpusView) => {
      collocates(view, '压实', 5);
      return collocates(view, '压实', 5).map(({ word, side, articles, logDice, example }) => ({
        ...{ word, side, articles, logDice: logDice.toFixed(6), example: example.before + example.after },
      }));
    };
    of(reading.view);
    reading.bring();
    assert.deepEqual(of(reading.view), of(towns));
    assert.ok(of(towns).some(({ word }) => word === '责任'));
  });

  it('leaves out of the company of a word those of which it is not known how often they stand', () => {
    const filler = Array.from({ length: 12_000 }, (_, i) => String.fromCharCode(0x4e00 + ((i * 7919) % 20_000))).join(
      '',
    );
    const view = [...towns, segmentOf([town(6, '程向南', '2020', filler)])];
    const words = (steps: Steps) => collocates(readingOf(view, steps).view, '压实', 5).map(({ word }) => word);
    assert.ok(words(partial => collocateNeeds(partial, '压实')).includes('责任'));
    assert.ok(!words(partial => collocateNeeds(partial, '压实').slice(0, 1)).includes('责任'));
  });

  it('is the profile of a speaker, and none where it is not known who spoke', () => {
    const said = (speaker: string, text: string) => ({
      speaker,
      date: '2023',
      paragraphs: Array.from({ length: 6 }, () => text),
    });
    const view = [
      segmentOf([said('周明远', '坚持|钉钉子|精神|，|抓|落实|。'), said('周明远', '坚持|钉钉子|精神|，|抓|工作|。')]),
      segmentOf([said('程向南', '推动|工作|，|发展|产业|，|改善|民生|，|大家|一起|努力|，|再|上|台阶|。')]),
    ];
    const steps: Steps = partial => [profileNeeds(partial, '周明远')];
    const of = (asked: CorpusView) => finish(speakerProfile(asked, '周明远'));
    assert.deepEqual(of(readingOf(view, steps, true).view), of(view));
    assert.equal(of(view)?.articles, 2);
    assert.equal(of(readingOf(view, steps).view), null);
    const [none] = [
      blockSegmentOf(
        laidOut(view),
        () => false,
        undefined,
        () => '周明远',
      ),
    ];
    assert.equal(of([none]), null);
  });

  it('is what follows paragraphs like one of the draft, and nothing that is not here whole', () => {
    const draft = '要以项目建设为抓手，层层压实工作责任，推动任务落实。';
    const steps: Steps = () => [nextNeeds(draft, 3)];
    const of = (view: CorpusView) => nextParagraphs(view, draft, 3).map(({ text }) => text);
    const reading = readingOf(towns, steps);
    assert.deepEqual(of(reading.view), of(towns));
    assert.deepEqual(of(towns).slice(0, 2), ['下一步要强化督查。', '要营造良好氛围。']);
    const long = '山上的路修好了。'.repeat(975);
    const edge = [segmentOf([town(1, '程向南', '2021', long, WORK, '下一步要强化督查。'.repeat(100))])];
    const cut = readingOf(edge, () => [nextNeeds(draft, 3)]);
    assert.equal(of(cut.view).length, 1);
    cut.here.delete(cut.view[0]!.pagePiece(long.length + 600));
    assert.deepEqual(of(cut.view), []);
  });
});

/** Groups of equal rank may stand in any order where their texts are in another order of segments. */
function sorted<Found extends { groups: readonly unknown[] }>(found: Found): Found {
  return { ...found, groups: [...found.groups].map(group => JSON.stringify(group)).sort() };
}
