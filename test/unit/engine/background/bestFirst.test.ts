import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bestFirst } from '../../../../src/engine/background/bestFirst';
import { packTree } from '../../../../src/engine/background/packTree';
import { PhraseTree } from '../../../../src/engine/background/phraseTree';
import { textsOf } from './naiveCounts';
import { treeOfTexts } from './treeOfTexts';

const texts = fc.array(
  fc.array(fc.constantFrom('稳', '中', '求', '进'), { minLength: 1, maxLength: 5 }).map(units => units.join('')),
  { minLength: 1, maxLength: 60 },
);

/** Texts of the nodes in the order of the visit; `stop` tells which are not gone on with. */
function visited(tree: PhraseTree, from: string, most: number, leastShare = 0, stop = (_: string) => false): string[] {
  const found: string[] = [];
  bestFirst(tree, tree.find(from), 0, { most, leastShare }, (node, parent) => {
    const text = (parent === 0 ? from : found[parent - 1]!) + String.fromCharCode(tree.code(node));
    found.push(text);
    return stop(text) ? -1 : found.length;
  });
  return found;
}

describe('bestFirst', () => {
  it('visits all that goes on from a text, most frequent first, parents before children', () => {
    fc.assert(
      fc.property(texts, fc.nat(12), (given, most) => {
        const tree = new PhraseTree(packTree(treeOfTexts(given)));
        const from = given[0]!.slice(0, 1);
        const all = visited(tree, from, 1000);
        assert.deepEqual(
          [...all].sort(),
          textsOf(tree)
            .filter(text => text.startsWith(from) && text !== from)
            .sort(),
        );
        const counts = all.map(text => tree.countOf(text));
        assert.deepEqual(
          counts,
          [...counts].sort((a, b) => b - a),
        );
        assert.deepEqual(visited(tree, from, most), all.slice(0, most));
      }),
    );
  });

  it('leaves out what is rare beside the first, and what it is told not to go on with', () => {
    const tree = new PhraseTree(packTree(treeOfTexts([...Array<string>(50).fill('稳中'), '稳进', '稳中求'])));
    assert.deepEqual(visited(tree, '稳', 10), ['稳中', '稳进', '稳中求'], 'of equal counts the shorter');
    assert.deepEqual(visited(tree, '稳', 10, 0.1), ['稳中']);
    assert.ok(!visited(tree, '稳', 10, 0, text => text === '稳中').includes('稳中求'));
  });
});
