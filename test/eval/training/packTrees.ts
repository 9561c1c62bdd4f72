import type { RankerWeights } from '../../../src/engine/complete/ranking/ranker';
import type { Ensemble } from './boostTrees';
import { type Tree, VALUE_SCALE } from './growTree';

/**
 * The trees in the form that `createRanker` reads: pre-order, a split's low side first, two 16-bit numbers a node. Thresholds that no
 * tree asks about are left out.
 *
 * @param features names of those in a row
 */
export function packTrees({ base, thresholds, trees }: Ensemble, features: readonly string[]): RankerWeights {
  const asked = thresholds.map((_, feature) => binsAsked(trees, feature));
  const numbers: number[] = [];
  const pack = (tree: Tree): void => {
    if (!('feature' in tree)) {
      numbers.push(-1, Math.round(tree.value * VALUE_SCALE));
      return;
    }
    numbers.push(tree.feature, asked[tree.feature]!.indexOf(tree.bin));
    pack(tree.low);
    pack(tree.high);
  };
  trees.forEach(pack);
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, i) => {
    bytes.writeInt16LE(number, i * 2);
  });
  return {
    features,
    base,
    thresholds: thresholds.map((edges, feature) => asked[feature]!.map(bin => edges[bin]!)),
    trees: bytes.toString('base64'),
    treeCount: trees.length,
  };
}

/** The bins of a feature at which some tree splits, ascending. */
function binsAsked(trees: readonly Tree[], feature: number): number[] {
  const bins = new Set<number>();
  const visit = (tree: Tree): void => {
    if (!('feature' in tree)) return;
    if (tree.feature === feature) bins.add(tree.bin);
    visit(tree.low);
    visit(tree.high);
  };
  trees.forEach(visit);
  return [...bins].sort((a, b) => a - b);
}
