import assert from 'node:assert/strict';
import { concordance } from '../../../../../src/engine/lookup/lines/concordance';
import { segmentOf } from '../../segmentOf';

const view = [
  segmentOf([
    { date: '2021-03-01', paragraphs: ['要|强化|担当|作为|，|狠抓|落实|。'] },
    { date: '2023-05-01', paragraphs: ['同志|们|：', '必须|勇于|担当|作为|。|要|有|担当|精神|。'] },
    { date: '2022', paragraphs: ['缺少|担当|精神|的|干部|。'] },
    { date: '2020', paragraphs: ['体现|担当|作为|。'] },
  ]),
];

describe('concordance', () => {
  it('groups lines by the word to the right, the most frequent first', () => {
    const { groups, occurrences, articles, estimated } = concordance(view, ['担当'], { order: 'right' });
    assert.deepEqual(
      groups.map(({ neighbour, articles: count, lines }) => [neighbour, count, lines.length]),
      [
        ['作为', 3, 3],
        ['精神', 2, 2],
      ],
    );
    assert.deepEqual([occurrences, articles, estimated], [5, 4, false]);
  });

  it('sorts the lines of a group by what comes further on', () => {
    const [first] = concordance(view, ['担当'], { order: 'right' }).groups;
    assert.deepEqual(
      first!.lines.map(({ after }) => after),
      ['作为。', '作为。', '作为，狠抓落实。'],
    );
  });

  it('groups by the left, from the wording outwards', () => {
    const { groups } = concordance(view, ['担当'], { order: 'left' });
    assert.deepEqual(groups.map(({ neighbour }) => neighbour).sort(), ['体现', '勇于', '强化', '有', '缺少'].sort());
  });

  it('takes a neighbour whole, however long it is', () => {
    const long = '哈尔滨市松北区利民经济技术开发区';
    const own = [segmentOf([{ paragraphs: [`${long}|担当|，|${long}|。`] }])];
    const names = (order: 'left' | 'right') =>
      concordance(own, ['担当'], { order }).groups.map(({ neighbour }) => neighbour);
    assert.deepEqual([names('left'), names('right')], [[long], [`，${long}`]]);
  });

  it('looks past a comma or a bracket, but past no end of a sentence', () => {
    const lines = [
      segmentOf([
        {
          paragraphs: [
            '转作风|抓落实|，|必须|实|。',
            '要|抓落实|，|必须|细|。',
            '去|抓落实|”|，|我|看|。',
            '快|抓落实|。|不|等|。',
          ],
        },
        { paragraphs: ['先|想|、|抓落实|要|快|。', '他|说|：|“|抓落实|要|真|。'] },
      ]),
    ];
    const neighbours = (order: 'left' | 'right') =>
      concordance(lines, ['抓落实'], { order }).groups.map(({ neighbour }) => neighbour);
    assert.deepEqual(neighbours('right').sort(), ['。', '”，我', '要', '，必须'].sort());
    assert.deepEqual(neighbours('left').sort(), ['去', '快', '想、', '要', '说：“', '转作风'].sort());
  });

  it('groups by year, the newest first', () => {
    const { groups } = concordance(view, ['担当'], { order: 'date' });
    assert.deepEqual(
      groups.map(({ neighbour }) => neighbour),
      ['2023', '2022', '2021', '2020'],
    );
  });

  it('says where a line stands, and no more than its sentence', () => {
    const { groups } = concordance(view, ['担当'], { order: 'date' });
    const [line] = groups[0]!.lines;
    assert.deepEqual(
      { ...line, article: undefined },
      {
        article: undefined,
        paragraph: 1,
        offset: 4,
        before: '必须勇于',
        match: '担当',
        after: '作为。',
        place: { segment: 0, position: line!.place.position },
      },
    );
  });

  it('shows one of two near-duplicates, the newer, and counts one article', () => {
    const copies = [
      segmentOf([
        { date: '2019', cluster: 7, title: '初稿', paragraphs: ['勇于担当。'] },
        { date: '2020', cluster: 7, title: '定稿', paragraphs: ['勇于担当。'] },
      ]),
    ];
    const found = concordance(copies, ['担当'], { order: 'right' });
    assert.deepEqual([found.occurrences, found.articles], [1, 1]);
    assert.deepEqual(
      found.groups.flatMap(({ lines }) => lines.map(({ article }) => article.title)),
      ['定稿'],
    );
  });

  it('looks at a sample of a wording that is everywhere, and says so', () => {
    const many = Array.from({ length: 1500 }, (_, at) => ({ cluster: at, paragraphs: [`要担当${at % 7}。`] }));
    const found = concordance([segmentOf(many)], ['担当'], { order: 'right', limit: 50 });
    assert.equal(found.estimated, true);
    assert.ok(Math.abs(found.articles - 1500) < 200, `${found.articles}`);
    assert.equal(found.groups.flatMap(({ lines }) => lines).length, 50);
  });

  it('finds nothing of nothing', () => {
    assert.deepEqual(concordance(view, [], { order: 'right' }).groups, []);
    assert.deepEqual(concordance([], ['担当'], { order: 'right' }).groups, []);
  });

  it('looks through an article once, however many of its lines are shown', () => {
    const segment = segmentOf([{ paragraphs: Array.from({ length: 1_000 }, () => '要|强化|担当|作为|。') }]);
    let looked = 0;
    const slice = (from: number, to: number) => {
      looked += to - from;
      return segment.slice(from, to);
    };
    const { groups } = concordance([{ ...segment, slice }], ['担当'], { order: 'right', limit: 1_000 });
    const lines = groups.flatMap(group => group.lines).sort((a, b) => a.paragraph - b.paragraph);
    assert.deepEqual([lines.length, lines[999]!.paragraph, lines[999]!.offset], [1_000, 999, 3]);
    assert.ok(looked < 200_000, `${looked} code units`);
  });
});
