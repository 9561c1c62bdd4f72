import assert from 'node:assert/strict';
import fc from 'fast-check';
import { countPhrases } from '../../../../src/engine/background/countPhrases';
import { packTree } from '../../../../src/engine/background/packTree';
import { PhraseTree } from '../../../../src/engine/background/phraseTree';
import { runs } from '../../../fixtures/runs';
import { segmentOf, type TestArticle } from '../segmentOf';
import { naiveCounts, textsOf } from './naiveCounts';

const paragraph = fc
  .array(fc.constantFrom('全', '面', '推', '进', '，', '。'), { minLength: 1, maxLength: 14 })
  .map(units => units.join(''));
const article = fc.array(paragraph, { minLength: 1, maxLength: 3 }).map((paragraphs): TestArticle => ({ paragraphs }));
const corpus = fc.array(fc.array(article, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 });

const limits = { longest: 5, least: 2, articles: 2, groups: 1 };

function treeOf(segments: readonly (readonly TestArticle[])[], more: Partial<Parameters<typeof countPhrases>[1]> = {}) {
  const nodes = countPhrases(segments.map(segmentOf), {
    ...limits,
    weightOf: () => 1,
    groupOf: () => 0,
    isBarred: () => false,
    ...more,
  });
  return { nodes, tree: new PhraseTree(packTree(nodes)) };
}

describe('countPhrases', () => {
  it('finds exactly what recurs in enough articles, over all segments, as a naive count does', () => {
    fc.assert(
      fc.property(corpus, segments => {
        const naive = [...naiveCounts(segments.flat(), limits.longest)].filter(
          ([, places]) => places.length >= limits.least && new Set(places).size >= limits.articles,
        );
        const { nodes, tree } = treeOf(segments);
        assert.deepEqual(textsOf(tree).sort(), naive.map(([text]) => text).sort());
        for (const [text, places] of naive) assert.equal(nodes.counts[tree.find(text)], places.length, text);
      }),
      runs(10),
    );
  });

  it('rounds counts to a fifth at most', () => {
    const { nodes, tree } = treeOf([
      Array.from({ length: 40 }, (_, i) => ({ paragraphs: ['全面推进'.repeat(1 + (i % 9)), '全面'] })),
    ]);
    for (const text of textsOf(tree)) {
      const exact = nodes.counts[tree.find(text)]!;
      assert.ok(Math.abs(tree.countOf(text) / exact - 1) < 0.2, `${text}: ${tree.countOf(text)} of ${exact}`);
    }
    assert.equal(tree.countOf('全面建设'), 0);
  });

  it('knows where words end', () => {
    const { tree } = treeOf([[{ paragraphs: ['全面|推进'] }, { paragraphs: ['全面|推进'] }]]);
    assert.equal(tree.endsWord(tree.find('全')), false);
    assert.equal(tree.endsWord(tree.find('全面')), true);
    assert.equal(tree.endsWord(tree.find('全面推')), false);
    assert.equal(tree.endsWord(tree.find('全面推进')), true);
  });

  it('leaves out what only one collection or year says, what is barred, and articles that weigh nothing', () => {
    const three = [['全面推进'], ['全面推进'], ['走在前列']].map(paragraphs => ({ paragraphs }));
    const oneGroup = treeOf([three], { groups: 2, groupOf: (_, article) => (article === 2 ? 1 : 0) });
    assert.deepEqual(textsOf(oneGroup.tree), []);
    const twoGroups = treeOf([three], { groups: 2, groupOf: (_, article) => article });
    assert.ok(textsOf(twoGroups.tree).includes('全面推进'));
    assert.ok(!textsOf(twoGroups.tree).includes('走在前列'));
    const barred = treeOf([three], { isBarred: (_, position) => position % 5 === 2 });
    assert.deepEqual(textsOf(barred.tree).sort(), ['全', '全面', '进', '面']);
    const unweighed = treeOf([three], { weightOf: (_, article) => article });
    assert.deepEqual(textsOf(unweighed.tree), []);
  });

  it('lets recent articles count more', () => {
    const { nodes, tree } = treeOf(
      [[{ paragraphs: ['全面'] }, { paragraphs: ['全面，推进'] }, { paragraphs: ['推进'] }]],
      {
        weightOf: (_, article) => [3, 1, 0.5][article]!,
      },
    );
    assert.equal(nodes.counts[tree.find('全面')], 4);
    assert.equal(nodes.counts[tree.find('推进')], 1.5);
  });
});
