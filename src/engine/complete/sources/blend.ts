import { type BackgroundEvidence, backgroundAt } from './backgroundSource';
import type { Context } from './contexts';
import { type ContinuationTrie, MAX_NODES } from './continuationTrie';
import { sampleWeight } from './corpusSource';
import { CORPUS_COUNTERS, COUNTERS, DRAFT, FOCUS, type TextCounters } from './counters';
import type { NodeEvidence } from './nodeEvidence';

/**
 * Probability that the writer goes on with a node, flat, by node: from the background alone, from the corpus above it, and with the
 * draft or the like articles blended in.
 */
export interface Blend {
  readonly background: Float64Array;
  readonly corpus: Float64Array;
  readonly draft: Float64Array;
  readonly focus: Float64Array;
  /** Of a node alone, given its parent: by corpus and background. */
  readonly steps: Float64Array;
}

/** Tables for all nodes of a request. */
export const newBlend = (): Blend => ({
  background: new Float64Array(MAX_NODES),
  corpus: new Float64Array(MAX_NODES),
  draft: new Float64Array(MAX_NODES),
  focus: new Float64Array(MAX_NODES),
  steps: new Float64Array(MAX_NODES),
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
 * each blended into that by itself. One short loop for each, so that no number is boxed on its way from function to function.
 */
export function blendContexts(
  trie: ContinuationTrie,
  evidence: NodeEvidence,
  contexts: readonly Context[],
  background: BackgroundEvidence,
  longest: LongestKnown,
  into: Blend,
): void {
  blendBackground(trie, background, into.background);
  blendCorpus(trie, evidence, contexts, background, into);
  blendText(trie, into.steps, DRAFT, longest.draft, DRAFT_PRIOR, into.draft);
  blendText(trie, into.steps, FOCUS, longest.focus, FOCUS_PRIOR, into.focus);
}

function blendBackground({ parent, size }: ContinuationTrie, background: BackgroundEvidence, into: Float64Array): void {
  into[0] = 1;
  for (let node = 1; node < size; node++) {
    const above = parent[node]!;
    let p = UNSEEN;
    for (let length = 1; length <= background.reach[above]!; length++)
      p = onBackground(background, node, above, length, p);
    into[node] = into[above]! * p;
  }
}

/**
 * How probably each node follows its parent in the corpus, the background below it. Contexts are interpolated from short to long
 * by absolute discounting (Ney, Essen, Kneser 1994): each count gives up a constant, and what that frees goes to what the shorter
 * context says. Of each length the background is heard first: where the corpus knows a context well, hardly anything of that is
 * left. The shorter contexts keep their plain counts: this is not the smoothing of Kneser and Ney (1995), who count there after
 * how many different characters something stands.
 */
function blendCorpus(
  { counts, types, parent, depth, size }: ContinuationTrie,
  { context }: NodeEvidence,
  contexts: readonly Context[],
  background: BackgroundEvidence,
  { corpus, steps }: Blend,
): void {
  const weights = Float64Array.from(contexts, sampleWeight);
  const lengths = Uint8Array.from(contexts, ({ length }) => length);
  corpus[0] = 1;
  for (let node = 1; node < size; node++) {
    const above = parent[node]!;
    const row = node * COUNTERS;
    const aboveRow = above * COUNTERS;
    const written = depth[above]!;
    const reach = background.reach[above]!;
    // No longer context has the parent.
    const last = above === 0 ? contexts.length - 1 : context[above]!;
    let p = UNSEEN;
    let length = 1;
    for (let counter = 0; counter <= last; counter++) {
      const total = counts[aboveRow + counter]!;
      if (total <= 0) continue;
      for (; length <= reach && length <= lengths[counter]!; length++)
        p = onBackground(background, node, above, length, p);
      const taken = discount(lengths[counter]! + written) * weights[counter]!;
      const seen = counts[row + counter]!;
      // Where nothing but ends of paragraphs was seen, the end is what was seen: one kind.
      const left = Math.min(1, (taken * Math.max(1, types[above * CORPUS_COUNTERS + counter]!)) / total);
      p = (seen > taken ? (seen - taken) / total : 0) + left * p;
    }
    for (; length <= reach; length++) p = onBackground(background, node, above, length, p);
    steps[node] = p;
    corpus[node] = corpus[above]! * p;
  }
}

/** What the background says after a context of `length` characters, on what was said before. */
function onBackground(
  { phrases, shares, left }: BackgroundEvidence,
  node: number,
  above: number,
  length: number,
  said: number,
): number {
  const at = backgroundAt(above, length);
  // Of a phrase that nothing follows it says nothing.
  if (phrases[at]! < 0 || Number.isNaN(left[at]!)) return said;
  return shares[backgroundAt(node, length)]! + left[at]! * said;
}

/** Pseudo-counts, by length of the wording that is the same before the cursor and beyond it, and by how often it was seen. */
type Prior = readonly (readonly [once: number, twice: number, more: number])[];

/**
 * How probably each node follows its parent, where the corpus says `steps` and a short text is heard too: its contexts are blended
 * in from short to long, what was said before weighing as much as `prior` occurrences (a Dirichlet prior: MacKay and Peto
 * 1995).
 */
function blendText(
  { counts, parent, depth, size }: ContinuationTrie,
  steps: Float64Array,
  { base, shortest }: TextCounters,
  longest: number,
  prior: Prior,
  into: Float64Array,
): void {
  into[0] = 1;
  for (let node = 1; node < size; node++) {
    const above = parent[node]!;
    const written = depth[above]!;
    const row = node * COUNTERS + base;
    const aboveRow = above * COUNTERS + base;
    let p = steps[node]!;
    for (let k = shortest; k <= longest; k++) {
      const total = counts[aboveRow + k]!;
      if (total <= 0) continue;
      const weight = prior[Math.min(prior.length - 1, k + written)]![Math.min(3, total) - 1]!;
      p = (counts[row + k]! + weight * p) / (total + weight);
    }
    into[node] = into[above]! * p;
  }
}
