import type { RankerWeights } from '../../../src/engine/complete/ranking/ranker';
import type { Ensemble } from './boostTrees';
import { type Tree, VALUE_SCALE } from './growTree';

/** The meaning of the features that the weights are for. */
const VERSION = 1;

/** The trees in the form that `createRanker` reads: pre-order, a split's low side first, two 16-bit numbers a node. */
export function packTrees({ base, thresholds, trees }: Ensemble): RankerWeights {
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
  return { version: VERSION, base, thresholds, trees: bytes.toString('base64'), treeCount: trees.length };
}
