import type { RankerWeights } from '../../../src/engine/complete/ranking/ranker';
import type { Ensemble } from './boostTrees';
import { type Tree, VALUE_SCALE } from './growTree';

/**
 * The trees in the form that `createRanker` reads: pre-order, a split's low side first, two 16-bit numbers a node.
 *
 * @param features names of those in a row
 */
export function packTrees({ base, thresholds, trees }: Ensemble, features: readonly string[]): RankerWeights {
  const numbers: number[] = [];
  const pack = (tree: Tree): void => {
    if (!('feature' in tree)) {
      numbers.push(-1, Math.round(tree.value * VALUE_SCALE));
      return;
    }
    numbers.push(tree.feature, tree.bin);
    pack(tree.low);
    pack(tree.high);
  };
  trees.forEach(pack);
  const bytes = Buffer.alloc(numbers.length * 2);
  numbers.forEach((number, i) => {
    bytes.writeInt16LE(number, i * 2);
  });
  return { features, base, thresholds, trees: bytes.toString('base64'), treeCount: trees.length };
}
