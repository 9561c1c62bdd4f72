import type { Context } from './contexts';
import { type ContinuationTrie, MAX_NODES } from './continuationTrie';
import { sampleWeight } from './corpusSource';
import { CORPUS_SLOTS, DRAFT_SLOT, FOCUS_SHORTEST, FOCUS_SLOT, SLOTS } from './slots';

/** Probability that the writer goes on with a node, from the corpus alone, and with the draft or the like articles blended in. */
export interface Blend {
  readonly corpus: Float64Array;
  readonly draft: Float64Array;
  readonly focus: Float64Array;
}

export const newBlend = (): Blend => ({
  corpus: new Float64Array(MAX_NODES),
  draft: new Float64Array(MAX_NODES),
  focus: new Float64Array(MAX_NODES),
});

/** A character nobody has put here yet. */
const UNSEEN = 2e-5;
/** Pseudo-counts by length of the matched context and by how often it was seen (once, twice, more): fitted on held-out text. */
const DRAFT_PRIOR = [
  [0, 0, 0],
  [25, 35, 134],
  [13, 28, 46],
  [17, 19, 32],
  [20, 57, 100],
  [16, 30, 60],
  [6, 60, 100],
  [5, 30, 70],
] as const;
const FOCUS_PRIOR = [0, 60, 20, 8, 5, 4, 3, 3] as const;

/** Absolute discount: what an occurrence is worth less than its count, by length of the context. Fitted likewise. */
const discount = (length: number): number => (length <= 1 ? 0.85 : length <= 3 ? 0.9 : 0.94);

/**
 * Probabilities of all nodes, a parent's before its children's. Contexts are blended from short to long by absolute
 * discounting (the Kneser-Ney way of backing off), the draft and the like articles then by pseudo-counts.
 */
export function blendContexts(
  trie: ContinuationTrie,
  contexts: readonly Context[],
  draftLongest: number,
  focusLongest: number,
  into: Blend,
): void {
  const { counts, types, parent, depth } = trie;
  const weights = contexts.map(sampleWeight);
  into.corpus[0] = into.draft[0] = into.focus[0] = 1;
  for (let node = 1; node < trie.size; node++) {
    const above = parent[node]!;
    const row = node * SLOTS;
    const aboveRow = above * SLOTS;
    let p = UNSEEN;
    for (let slot = 0; slot < contexts.length && slot < CORPUS_SLOTS; slot++) {
      const total = counts[aboveRow + slot]!;
      if (total <= 0) continue;
      const taken = discount(contexts[slot]!.length + depth[above]!) * weights[slot]!;
      const seen = counts[row + slot]!;
      const left = Math.min(1, (taken * types[aboveRow + slot]!) / total);
      p = (seen > taken ? (seen - taken) / total : 0) + left * p;
    }
    into.corpus[node] = into.corpus[above]! * p;
    let draft = p;
    for (let k = 1; k <= draftLongest; k++) {
      const total = counts[aboveRow + DRAFT_SLOT + k]!;
      if (total <= 0) continue;
      const prior = DRAFT_PRIOR[Math.min(7, k + depth[above]!)]![Math.min(3, total) - 1]!;
      draft = (counts[row + DRAFT_SLOT + k]! + prior * draft) / (total + prior);
    }
    into.draft[node] = into.draft[above]! * draft;
    let focus = p;
    for (let k = FOCUS_SHORTEST; k <= focusLongest; k++) {
      const total = counts[aboveRow + FOCUS_SLOT + k]!;
      if (total <= 0) continue;
      const prior = FOCUS_PRIOR[Math.min(7, k + depth[above]!)]!;
      focus = (counts[row + FOCUS_SLOT + k]! + prior * focus) / (total + prior);
    }
    into.focus[node] = into.focus[above]! * focus;
  }
}
