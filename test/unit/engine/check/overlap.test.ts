import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../../../src/engine/check/draft/draft';
import { lettersOf } from '../../../../src/engine/check/draft/letters';
import { visitNeighbours } from '../../../../src/engine/check/overlap/neighbours';
import { overlapProblems, overlapShare } from '../../../../src/engine/check/overlap/overlapProblems';
import { overlapsOf } from '../../../../src/engine/check/overlap/overlaps';
import { knownStretches, type TriedPiece } from '../../../../src/engine/check/overlap/windows';
import { suffixRange } from '../../../../src/engine/index/suffixes/suffixRange';
import { finish } from '../../../../src/engine/steps';
import { runs } from '../../../fixtures/runs';
import { segmentOf } from '../segmentOf';
import { found, problems, textOf } from './sample';

const river = '清淤这件事，看着是挖泥，挖出来的是干部肯不肯下水的心。';
const bridge = '修一座桥，先问两岸的人要走哪条路，再问图纸怎么画。';
const view = [
  segmentOf([
    {
      title: '河道会上的讲话',
      speaker: '罗青',
      date: '2023-04-02',
      paragraphs: ['同志们：', `去年汛前，${river}这个道理要记住。`],
    },
    { title: '修桥记', paragraphs: [bridge, '桥头的树一棵也不许砍，要移就移到河湾里去。'] },
  ]),
];

describe('overlap', () => {
  it('finds what stands in an article, with its place', () => {
    const [problem, ...others] = problems(`我们常说：\n大家都晓得，${river}所以要下水。`, 'overlap', view);
    assert.equal(others.length, 0);
    assert.equal(problem!.source!.title, '河道会上的讲话');
    assert.equal(problem!.source!.paragraph, 1);
    assert.equal(problem!.source!.offset, '去年汛前，'.length);
    assert.deepEqual(found(`大家都晓得，${river}所以要下水。`, 'overlap', view), [river.slice(0, -1)]);
  });

  it('goes over marks and line breaks that differ', () => {
    const wrapped = '修一座桥,先问两岸的人\n要走哪条路；再问图纸怎么画';
    assert.deepEqual(found(`想一想：${wrapped}。`, 'overlap', view), [wrapped]);
  });

  it('leaves quotations alone, and what is shorter than the setting', () => {
    assert.deepEqual(found(`老话讲得好，“${bridge}”我们照办。`, 'overlap', view), []);
    assert.deepEqual(found('先问两岸的人要走哪条', 'overlap', view), []);
    assert.deepEqual(found('先问两岸的人要走哪条', 'overlap', view, { overlapLeast: 10 }), ['先问两岸的人要走哪条']);
  });

  it('leaves alone what many articles say', () => {
    const common = '一张蓝图绘到底，一任接着一任干';
    const articles = Array.from({ length: 6 }, (_, i) => ({ paragraphs: [`第${i}年，${common}，各有各的做法${i}。`] }));
    assert.deepEqual(found(`我们要${common}，干出样子。`, 'overlap', [segmentOf(articles)]), []);
    assert.equal(found(`我们要${common}，干出样子。`, 'overlap', [segmentOf(articles.slice(0, 3))]).length, 1);
  });

  it('leaves alone what is made of few set phrases, though no other article joins them so', () => {
    const phrases = ['扑下身子', '抓落实', '一张蓝图', '绘到底', '久久为功'];
    const others = Array.from({ length: 5 }, (_, i) => ({
      paragraphs: phrases.map(phrase => `${i}说：${phrase}，好。`),
    }));
    const said = (count: number) => `${phrases.slice(0, count).join('，')}`;
    const corpus = [segmentOf([...others, { paragraphs: [`会上讲了。${said(4)}。散会。`, `又讲到${said(5)}就行。`] }])];
    assert.deepEqual(found(`今后要${said(4)}才好。`, 'overlap', corpus), []);
    assert.deepEqual(found(`今后要${said(5)}才好。`, 'overlap', corpus), [said(5)]);
    // A whole sentence is said with one less.
    assert.deepEqual(found(`开头说了。${said(4)}。就这样。`, 'overlap', corpus), [said(4)]);
    assert.deepEqual(found(`开头说了。${said(3)}。就这样。`, 'overlap', corpus), []);
  });

  it('does not find a draft in itself', () => {
    const cluster = view[0]!.meta(0).cluster;
    assert.deepEqual(found(river, 'overlap', view, { exceptCluster: cluster }), []);
  });

  it('does not find a draft in another version of it, nor in what was written after it', () => {
    const speech = `在清淤会上的讲话\n（2023年4月2日）\n同志们：\n${river}\n${bridge}`;
    const versionOf = (title: string, date: string | null, paragraphs: readonly string[]) => [
      segmentOf([{ title, date, paragraphs }]),
    ];
    const told = (corpus: ReturnType<typeof versionOf>) => found(speech, 'overlap', corpus).length;
    const other = '河边的柳树今年又长高了一截，鸟也多了，来看的人站满了堤。'.repeat(3);
    assert.equal(told(versionOf('在清淤会上的讲话', null, [river, bridge])), 0);
    assert.equal(told(versionOf('在清淤会上的讲话', null, [other])), 0);
    assert.equal(told(versionOf('在清淤会上的讲话', '2023-03-20', [river, bridge])), 0);
    // The same meeting of last year is what a draft is not to repeat.
    assert.ok(told(versionOf('在清淤会上的讲话', '2022-04-06', [river, bridge])) > 0);
    assert.ok(told(versionOf('在清淤会上的讲话', '2022', [river, bridge])) > 0);
    assert.equal(told(versionOf('县里召开清淤会', '2023-04-03', [`会议强调，${river}`])), 0);
    assert.equal(told(versionOf('县里召开清淤会', '2023-04-02', [`会议强调，${river}`])), 0);
    // What was there before is a source, and so is what has most of the draft, whatever its date.
    assert.equal(told(versionOf('旧文', '2022-04-02', [river])), 1);
    assert.equal(told(versionOf('旧文', '2023', [river])), 1);
    assert.ok(told(versionOf('在别处的讲话', '2023-04-02', [river, bridge])) > 0);
  });

  it('takes what was given last year for no version of a draft that says no day, but is being written', () => {
    const speech = (title: string) => `${title}\n同志们：\n${river}\n${bridge}`;
    const told = (title: string, date: string, writtenOn: string) =>
      found(speech(title), 'overlap', [segmentOf([{ title, date, paragraphs: [river, bridge] }])], { writtenOn })
        .length;
    const title = '在清淤会上的讲话';
    assert.ok(told(title, '2022-04-06', '2023-04-01') > 0);
    assert.ok(told(title, '2022', '2023-04-01') > 0);
    // Its own version, an old draft that nobody has touched since, and one that says its year.
    assert.equal(told(title, '2023-03-20', '2023-04-01'), 0);
    assert.equal(told(title, '2022-04-06', '2022-04-05'), 0);
    assert.equal(told('在2022年清淤会上的讲话', '2022-04-06', '2023-04-01'), 0);
  });

  it('does not find a draft in a report of it, though the report came out some days before the day in its head', () => {
    const others = Array.from({ length: 12 }, (_, i) => `第${i + 1}件事各镇自己定，定了就办，办完再报，报了再看。`);
    const speech = `在清淤会上的讲话\n（2023年4月2日）\n同志们：\n${river}\n${others.join('\n')}`;
    const told = (date: string, around: string) =>
      found(speech, 'overlap', [segmentOf([{ title: '清淤会召开', date, paragraphs: [`会议强调，${river}`, around] }])])
        .length;
    assert.equal(told('2023-03-31', ''), 0);
    assert.equal(told('2023-03-20', ''), 1);
    // What has one sentence of it among much else is no report of it.
    assert.equal(told('2023-03-31', '河边的柳树今年又长高了一截，鸟也多了，来看的人站满了堤。'.repeat(4)), 1);
  });

  it('knows the day of a draft from its own article, a year from its title, a line of its head', () => {
    const later = segmentOf([
      { title: '他的讲话', date: '2023-04-02', paragraphs: ['河边的柳树今年又长高了一截。'] },
      { title: '读后', date: '2024-02-01', paragraphs: [`大家说，${river}`] },
    ]);
    const { cluster } = later.meta(0);
    const filler = '各镇自己定，定了就办，办完再报，报了再看。'.repeat(4);
    assert.equal(found(`${filler}\n${river}`, 'overlap', [later]).length, 1);
    assert.deepEqual(found(`${filler}\n${river}`, 'overlap', [later], { exceptCluster: cluster }), []);
    assert.deepEqual(found(`2023年青禾县政府工作报告\n各位代表：\n${filler}\n${river}`, 'overlap', [later]), []);
    assert.deepEqual(
      found(`今天请大家来，是谈一谈河的事。\n（2023年4月2日）\n${filler}\n${river}`, 'overlap', [later]),
      [],
    );
    const long = '让清水流过每一个村子\n让清水流过每一个村子\n为守住一河两岸而奋斗\n——在河长大会上的讲话';
    assert.deepEqual(
      found(`${long}\n（2023年4月2日）\n周　明　远\n同志们：\n${filler}\n${river}`, 'overlap', [later]),
      [],
    );
  });

  it('tells of one passage where a word of it was changed', () => {
    const changed = `${river}修一座桥，先问两边的人要走哪条路，再问图纸怎么画。`;
    const corpus = [segmentOf([{ title: '治水记', paragraphs: [`${river}${bridge}`] }])];
    const [problem, ...others] = problems(`开头的话。${changed}末尾的话。`, 'overlap', corpus);
    assert.equal(others.length, 0);
    assert.equal(textOf([`开头的话。${changed}末尾的话。`], problem!), changed.slice(0, -1));
    const apart = `${river}今天还有一件要紧的事要跟大家交代清楚。${bridge}`;
    assert.equal(found(apart, 'overlap', corpus).length, 2);
  });

  it('tells how much is taken over, of the draft and of each line', () => {
    const draft = readDraft(['开头', river, '末尾的话']);
    const overlaps = finish(overlapsOf(view, draft, { least: 13, many: 5 }));
    const { total, lines } = overlapShare(draft, overlaps);
    // Its full stop is no more taken over than the message says.
    const [problem] = finish(overlapProblems(view, draft, overlaps, 13));
    assert.equal(total.taken, river.length - 1);
    assert.equal(problem!.taken, total.taken);
    assert.match(problem!.message.zh, new RegExp(`^${total.taken} 字`));
    assert.deepEqual(
      lines.map(({ line, taken }) => [line, taken]),
      [
        [0, 0],
        [1, river.length - 1],
        [2, 0],
      ],
    );
  });

  const word = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), minLength: 1, maxLength: 40 });
  const marked = fc
    .array(fc.tuple(word, fc.constantFrom('，', '。', '、')), { minLength: 1, maxLength: 5 })
    .map(parts => parts.map(part => part.join('')).join(''));

  it('[property] neighbours come longest first, and the first is the longest there is', () => {
    fc.assert(
      fc.property(marked, marked, (article, text) => {
        const segment = segmentOf([{ paragraphs: [article] }]);
        const lengths: number[] = [];
        visitNeighbours(segment, text, 0, text.length, 2, (position, common) => {
          assert.equal(segment.slice(position, position + common), text.slice(0, common));
          return lengths.push(common) > 0;
        });
        assert.deepEqual(
          lengths,
          [...lengths].sort((a, b) => b - a),
        );
        let naive = text.length;
        while (naive > 0 && !article.includes(text.slice(0, naive))) naive--;
        assert.equal(lengths[0] ?? 0, naive < 2 ? 0 : naive);
      }),
    );
  });

  it('[property] covers all that a naive search finds, and nothing whose letters are in no article', () => {
    fc.assert(
      fc.property(
        fc.array(marked, { minLength: 1, maxLength: 3 }),
        marked,
        fc.integer({ min: 4, max: 9 }),
        (articles, text, least) => {
          const corpus = [segmentOf(articles.map(article => ({ paragraphs: [article] })))];
          const draft = readDraft([text]);
          const overlaps = finish(overlapsOf(corpus, draft, { least, many: 99 }));
          const { taken, runs, text: joined } = overlaps;
          for (let start = 0; start + least <= joined.length; start++) {
            const window = joined.slice(start, start + least);
            if (lettersOf(window).length < least || !articles.some(article => article.includes(window))) continue;
            for (let at = start; at < start + least; at++) assert.equal(taken[at], 1, `${joined} ${window}`);
          }
          const all = articles.map(lettersOf);
          for (const { start, end } of runs)
            assert.ok(all.some(article => article.includes(lettersOf(joined.slice(start, end)))));
        },
      ),
    );
  });

  it('[property] all places of a stretch are told where they are few, in their order, and what was tried before changes nothing', () => {
    const few = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(
        fc.array(marked, { minLength: 1, maxLength: 6 }),
        marked,
        fc.integer({ min: 4, max: 9 }),
        few,
        (articles, text, least, many) => {
          const corpus = [segmentOf(articles.map(article => ({ paragraphs: [article] })))];
          const [segment] = corpus;
          const whole = { start: 0, end: text.length };
          const tried: TriedPiece[] = [];
          for (const { start, end, holders } of knownStretches(corpus, text, whole, least, 1, {}, { tried })) {
            if (!holders) continue;
            const { lo, hi } = suffixRange(segment!, text.slice(start, end));
            assert.deepEqual(
              holders.map(({ position }) => position),
              Array.from({ length: hi - lo }, (_, i) => segment!.suffixAt(lo + i)),
            );
          }
          const spans = (known: readonly TriedPiece[]) =>
            knownStretches(corpus, text, whole, least, many, {}, { known }).map(({ start, end }) => [start, end]);
          assert.deepEqual(spans(tried), spans([]));
        },
      ),
      runs(100),
    );
  });

  it('[property] stretches that so many articles have are those that a naive search finds', () => {
    const few = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(
        fc.array(marked, { minLength: 1, maxLength: 6 }),
        marked,
        fc.integer({ min: 4, max: 9 }),
        few,
        (articles, text, least, many) => {
          const corpus = [segmentOf(articles.map(article => ({ paragraphs: [article] })))];
          const isKnown = (start: number, end: number) =>
            articles.filter(article => article.includes(text.slice(start, end))).length >= many;
          const stretches = knownStretches(corpus, text, { start: 0, end: text.length }, least, many, {});
          const covered = new Uint8Array(text.length);
          for (const { start, end } of stretches) {
            assert.ok(end - start >= least && isKnown(start, end));
            covered.fill(1, start, end);
          }
          for (let start = 0; start + least <= text.length; start++) {
            if (!isKnown(start, start + least)) continue;
            assert.ok(!covered.subarray(start, start + least).includes(0), `${text} ${start}`);
          }
        },
      ),
    );
  });
});
