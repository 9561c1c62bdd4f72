import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkDraft } from '../../../../src/engine/check/checkDraft';
import { sharedStretches, strideOf } from '../../../../src/engine/check/overlap/sharedStretches';
import { articleNeeds, borrowedSegment } from '../../../../src/engine/index/blocks/borrowed';
import { runs } from '../../../fixtures/runs';
import { blockSegmentOf, laidOut } from '../index/blocks/laidOut';
import { segmentOf } from '../segmentOf';

const LEAST = 13;
/** Repeats itself, so that seeds stand often and seldom. */
const line = fc.string({ unit: fc.constantFrom('抓', '落', '实', '，'), minLength: 20, maxLength: 60 });

/** Asks until nothing is missing, as a reader does. */
function found(layout: ReturnType<typeof laidOut>, text: string) {
  const here = new Set<number>();
  const segment = blockSegmentOf(layout, piece => here.has(piece));
  for (let round = 0; round < 10; round++) {
    const { stretches, needs } = sharedStretches(segment, text, { least: LEAST, stride: strideOf(LEAST) });
    if (needs.size === 0) return { stretches, here, segment };
    for (const piece of needs) here.add(piece);
  }
  return assert.fail('asks for ever');
}

describe('what a draft shares with a library read on demand', () => {
  it('is found, every article of it, whatever is repeated', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), line, (texts, draft) => {
        const layout = laidOut([segmentOf(texts.map(text => ({ paragraphs: [text] })))]);
        const { stretches } = found(layout, draft);
        const sharing = texts.flatMap((text, article) => {
          for (let at = 0; at + LEAST <= draft.length; at++)
            if (text.includes(draft.slice(at, at + LEAST))) return [article];
          return [];
        });
        assert.deepEqual([...new Set(stretches.map(({ article }) => article))].sort(), sharing);
      }),
      runs(20),
    );
  });

  it('asks for few of the pieces of a text that shares little', () => {
    const texts = Array.from(
      { length: 400 },
      (_, i) => `第${i}号渠的水位${i * 37}厘米，堤坝坚固，值守在岗，闸门完好${i % 7}处。`,
    );
    const layout = laidOut([segmentOf(texts.map(text => ({ paragraphs: [text] })))]);
    const { stretches, here } = found(layout, '第18号渠的水位666厘米，堤坝坚固');
    assert.deepEqual([...new Set(stretches.map(({ article }) => article))], [18]);
    assert.ok(here.size < layout.pieces.length / 2, `${here.size} of ${layout.pieces.length}`);
  });

  it('is told of with its source, as of an article that is here', () => {
    const said = '要把山上的每一条路修到老乡的家门口，让笋子当天下山进城。';
    const articles = [
      {
        title: '在修路会上的讲话',
        path: '/库/一.txt',
        entry: 0,
        date: '2021-03-01',
        paragraphs: ['同志们：', `会后就办。${said}`],
      },
      {
        title: '在春耕会上的讲话',
        path: '/库/二.txt',
        entry: 0,
        date: '2022-03-01',
        paragraphs: ['犁铧已经擦亮，种子已经晒好。'],
      },
    ];
    const layout = laidOut([segmentOf(articles)]);
    const { stretches, here, segment } = found(layout, said);
    for (const piece of articleNeeds(segment, [stretches[0]!.article])) here.add(piece);
    const borrowed = borrowedSegment('借来', [{ segment, article: stretches[0]!.article }]);
    const draft = ['在全县大会上的讲话', '同志们：', said];
    const overlaps = (view: Parameters<typeof checkDraft>[0]) =>
      checkDraft(view, draft, { codes: new Set(['overlap']) }).map(({ source, ...problem }) => {
        const { path: _, ...told } = source!;
        return { ...problem, source: told };
      });
    const told = overlaps([borrowed]);
    assert.equal(told.length, 1);
    assert.deepEqual(told, overlaps([segmentOf(articles)]));
  });
});
