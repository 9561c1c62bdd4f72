import { type BackgroundEvidence, backgroundAt } from './backgroundSource';
import type { Context } from './contexts';
import { type ContinuationTrie, MAX_NODES } from './continuationTrie';
import { sampleWeight } from './corpusSource';
import { CORPUS_SLOTS, DRAFT, FOCUS, SLOTS, type TextSlots } from './slots';

/**
 * Probability that the writer goes on with a node, flat, by node: from the background alone, from the corpus above it, and with the
 * draft or the like articles blended in.
 */
export interface Blend {
  readonly background: Float64Array;
  readonly corpus: Float64Array;
  readonly draft: Float64Array;
  readonly focus: Float64Array;
}

export const newBlend = (): Blend => ({
  background: new Float64Array(MAX_NODES),
  corpus: new Float64Array(MAX_NODES),
  draft: new Float64Array(MAX_NODES),
  focus: new Float64Array(MAX_NODES),
});

/** Length of the longest context that a short text knows; 0: none. */
export interface LongestKnown {
  readonly draft: number;
  readonly focus: number;
}

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
const FOCUS_PRIOR = [0, 60, 20, 8, 5, 4, 3, 3].map(prior => [prior, prior, prior] as const);

/** Absolute discount: what an occurrence is worth less than its count, by length of the context. Fitted likewise. */
const discount = (length: number): number => (length <= 1 ? 0.85 : length <= 3 ? 0.9 : 0.94);

/**
 * Probabilities of all nodes, a parent's before its children's: first of the corpus, then the draft and the like articles,
 * each blended into that by itself.
 */
export function blendContexts(
  trie: ContinuationTrie,
  contexts: readonly Context[],
  background: BackgroundEvidence,
  longest: LongestKnown,
  into: Blend,
): void {
  const { counts, parent, depth } = trie;
  const weights = contexts.map(sampleWeight);
  into.background[0] = into.corpus[0] = into.draft[0] = into.focus[0] = 1;
  for (let node = 1; node < trie.size; node++) {
    const above = parent[node]!;
    const p = afterCorpus(trie, node, contexts, weights, background);
    into.background[node] = into.background[above]! * afterBackground(background, node, above);
    into.corpus[node] = into.corpus[above]! * p;
    const written = depth[above]!;
    into.draft[node] =
      into.draft[above]! * afterText(counts, node, above, written, DRAFT, longest.draft, DRAFT_PRIOR, p);
    into.focus[node] =
      into.focus[above]! * afterText(counts, node, above, written, FOCUS, longest.focus, FOCUS_PRIOR, p);
  }
}

/**
 * How probably a node follows its parent in the corpus, the background below it. Contexts are interpolated from short to long
 * by absolute discounting (Ney, Essen, Kneser 1994): each count gives up a constant, and what that frees goes to what the shorter
 * context says. Of each length the background is heard first: where the corpus knows a context well, hardly anything of that is
 * left. The shorter contexts keep their plain counts: this is not the smoothing of Kneser and Ney (1995), who count there after
 * how many different characters something stands.
 */
function afterCorpus(
  { counts, types, parent, depth }: ContinuationTrie,
  node: number,
  contexts: readonly Context[],
  weights: readonly number[],
  background: BackgroundEvidence,
): number {
  const above = parent[node]!;
  const row = node * SLOTS;
  const aboveRow = above * SLOTS;
  let p = UNSEEN;
  let heard = 0;
  for (let slot = 0; slot < contexts.length && slot < CORPUS_SLOTS; slot++) {
    const { length } = contexts[slot]!;
    p = blendBackground(background, node, above, heard + 1, length, p);
    heard = length;
    const total = counts[aboveRow + slot]!;
    if (total <= 0) continue;
    const taken = discount(length + depth[above]!) * weights[slot]!;
    const seen = counts[row + slot]!;
    // Where nothing but ends of paragraphs was seen, the end is what was seen: one kind.
    const left = Math.min(1, (taken * Math.max(1, types[aboveRow + slot]!)) / total);
    p = (seen > taken ? (seen - taken) / total : 0) + left * p;
  }
  return blendBackground(background, node, above, heard + 1, background.longest, p);
}

const afterBackground = (background: BackgroundEvidence, node: number, above: number): number =>
  blendBackground(background, node, above, 1, background.longest, UNSEEN);

/** What the background says after contexts of `from` to `to` characters, on what was said before. */
function blendBackground(
  { phrases, shares, left, reach }: BackgroundEvidence,
  node: number,
  above: number,
  from: number,
  to: number,
  said: number,
): number {
  let p = said;
  const most = Math.min(to, reach[above]!);
  for (let length = from; length <= most; length++) {
    const at = backgroundAt(above, length);
    // Of a phrase that nothing follows it says nothing.
    if (phrases[at]! < 0 || Number.isNaN(left[at]!)) continue;
    p = shares[backgroundAt(node, length)]! + left[at]! * p;
  }
  return p;
}

/** Pseudo-counts, by length of the wording that is the same before the cursor and beyond it, and by how often it was seen. */
type Prior = readonly (readonly [once: number, twice: number, more: number])[];

/**
 * How probably a node follows its parent, where the corpus says `p` and a short text is heard too: its contexts are blended
 * in from short to long, what was said before weighing as much as `prior` occurrences (a Dirichlet prior: MacKay and Peto
 * 1995).
 *
 * @param above the parent
 * @param written characters from the cursor to the parent
 */
function afterText(
  counts: Float32Array,
  node: number,
  above: number,
  written: number,
  { base, shortest }: TextSlots,
  longest: number,
  prior: Prior,
  p: number,
): number {
  const row = node * SLOTS + base;
  const aboveRow = above * SLOTS + base;
  for (let k = shortest; k <= longest; k++) {
    const total = counts[aboveRow + k]!;
    if (total <= 0) continue;
    const weight = prior[Math.min(prior.length - 1, k + written)]![Math.min(3, total) - 1]!;
    p = (counts[row + k]! + weight * p) / (total + weight);
  }
  return p;
}
