import { bestFirst, Waiting } from '../../background/bestFirst';
import type { PhraseTree } from '../../background/phraseTree';
import { isSentenceEnd } from '../../text/marks';
import { type ContinuationTrie, MAX_NODES } from './continuationTrie';
import { LONGEST_CONTINUATION } from './counters';
import { isInCorpus, type NodeEvidence, ONLY_IN_BACKGROUND } from './nodeEvidence';

/** Longest context that is looked up in the background: with the least of a phrase behind it, as long as its phrases are. */
const BACKGROUND_LONGEST = 6;
const WIDTH = BACKGROUND_LONGEST + 1;
const NONE = -1;
/** Continuations made of each context: after one character hardly any of many is right. */
const MOST = [0, 200, 300, 300, 300, 300, 300] as const;
/** None that follows more rarely than this. */
const LEAST_SHARE = 2e-4;
/** What a count gives up to what the shorter context says. */
const DISCOUNT = 0.9;

/** What the background knows of the nodes of a trie. Flat, by node × `WIDTH` + length of the context. */
export interface BackgroundEvidence {
  /** Node of the phrase made of the context and the text of the trie's node, or -1. */
  readonly phrases: Int32Array;
  /** Share of what follows its parent that is the node's own, the discount off. */
  readonly shares: Float32Array;
  /** Share of what follows the node that is left to shorter contexts; NaN: not reckoned yet. */
  readonly left: Float32Array;
  /** How often anything follows the node, and what that is: the phrases [firsts, lasts]; only where `left` is reckoned. */
  readonly wholes: Float32Array;
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  /** By node: length of the longest context after which the background has it; 0: none. What is said of longer ones is not to be read. */
  readonly reach: Uint8Array;
  /** Length of the longest context that something follows; 0: none, or there is no background. */
  longest: number;
  /** Phrases that are to be made nodes. */
  readonly waiting: Waiting;
}

/** Tables for all nodes of a request. */
export const newBackgroundEvidence = (): BackgroundEvidence => ({
  phrases: new Int32Array(MAX_NODES * WIDTH),
  shares: new Float32Array(MAX_NODES * WIDTH),
  left: new Float32Array(MAX_NODES * WIDTH),
  wholes: new Float32Array(MAX_NODES * WIDTH),
  firsts: new Int32Array(MAX_NODES * WIDTH),
  lasts: new Int32Array(MAX_NODES * WIDTH),
  reach: new Uint8Array(MAX_NODES),
  longest: 0,
  waiting: new Waiting(),
});

/** Where a trie's node stands in the columns of `BackgroundEvidence`, for a context of `length` characters. */
export const backgroundAt = (node: number, length: number): number => node * WIDTH + length;

/**
 * Makes nodes of what follows the last one to six characters before the cursor in the background, most frequent first. To be
 * called when the corpus is counted: what that knows of a node holds.
 */
export function addBackground(
  trie: ContinuationTrie,
  evidence: NodeEvidence,
  background: BackgroundEvidence,
  tree: PhraseTree | undefined,
  before: string,
): void {
  background.longest = 0;
  if (!tree) return;
  for (let length = 1; length <= BACKGROUND_LONGEST; length++) {
    const head = length <= before.length ? tree.find(before.slice(before.length - length)) : NONE;
    background.phrases[backgroundAt(0, length)] = head;
    background.left[backgroundAt(0, length)] = Number.NaN;
    if (head >= 0 && tree.hasChildren(head)) background.longest = length;
  }
  for (let length = 1; length <= background.longest; length++) {
    const head = background.phrases[backgroundAt(0, length)]!;
    if (head < 0) continue;
    const most = { most: MOST[length]!, leastShare: LEAST_SHARE };
    bestFirst(
      tree,
      head,
      0,
      most,
      (phrase, above) => makeNode(trie, evidence, tree, phrase, above),
      background.waiting,
    );
  }
}

/** Makes a node of a phrase below that of its beginning; below 0 where nothing is to follow it. */
function makeNode(
  trie: ContinuationTrie,
  evidence: NodeEvidence,
  tree: PhraseTree,
  phrase: number,
  above: number,
): number {
  const known = trie.size;
  const node = trie.child(above, tree.code(phrase));
  if (node < 0) return NONE;
  if (node >= known) evidence.context[node] = ONLY_IN_BACKGROUND;
  if (!isInCorpus(evidence, node) && trie.weight[node] === 0) {
    trie.weight[node] = 1;
    trie.wordEndWeight[node] = tree.endsWord(phrase) ? 1 : 0;
  }
  return isSentenceEnd(trie.code[node]!) || trie.depth[node]! >= LONGEST_CONTINUATION ? NONE : node;
}

/** Looks up all nodes of a trie, whoever made them. */
export function fillBackground(
  trie: ContinuationTrie,
  background: BackgroundEvidence,
  tree: PhraseTree | undefined,
): void {
  const { phrases, shares, left, wholes, firsts, lasts, reach, longest } = background;
  reach[0] = longest;
  if (!tree || longest === 0) {
    reach.fill(0, 0, trie.size);
    return;
  }
  for (let node = 1; node < trie.size; node++) {
    const code = trie.code[node]!;
    const parentNode = trie.parent[node]!;
    const here = backgroundAt(node, 0);
    const above = backgroundAt(parentNode, 0);
    reach[node] = 0;
    for (let length = 1; length <= reach[parentNode]!; length++) {
      const parent = phrases[above + length]!;
      left[here + length] = Number.NaN;
      phrases[here + length] = NONE;
      shares[here + length] = 0;
      if (parent < 0 || !tree.hasChildren(parent)) continue;
      if (Number.isNaN(left[above + length]!)) reckon(background, tree, above + length);
      const phrase = tree.childAmong(firsts[above + length]!, lasts[above + length]!, code);
      if (phrase < 0) continue;
      reach[node] = length;
      phrases[here + length] = phrase;
      shares[here + length] = Math.max(0, tree.count(phrase) - DISCOUNT) / wholes[above + length]!;
    }
  }
}

/** Counts are rounded, so what follows a phrase may add up to more than the phrase itself: then that sum is the whole. */
function reckon({ phrases, left, wholes, firsts, lasts }: BackgroundEvidence, tree: PhraseTree, at: number): void {
  const phrase = phrases[at]!;
  const first = tree.firstChild(phrase);
  const last = tree.lastChild(first);
  let sum = 0;
  for (let child = first; child <= last; child++) sum += tree.count(child);
  const whole = Math.max(tree.count(phrase), sum);
  wholes[at] = whole;
  firsts[at] = first;
  lasts[at] = last;
  left[at] = Math.min(1, (whole - sum + DISCOUNT * (last - first + 1)) / whole);
}
