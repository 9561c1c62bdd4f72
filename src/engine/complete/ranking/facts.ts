import type { PhraseTree } from '../../background/phraseTree';
import { isEndingMark } from '../../text/marks';
import { type BackgroundEvidence, backgroundAt } from '../sources/backgroundSource';
import type { Context } from '../sources/contexts';
import { CORPUS_COUNTERS, COUNTERS, DRAFT, FOCUS, type TextCounters } from '../sources/counters';
import { isInCorpus } from '../sources/nodeEvidence';
import { type Counted, POOL, type PooledCandidate } from './candidates';
import type { RequestFacts } from './requestFacts';

/** How a short text knows a candidate. All 0 where it does not. */
export interface TextMatch {
  /** Length of the longest context after which it has the candidate. */
  length: number;
  /** How often, and how often that context. */
  count: number;
  contextCount: number;
}

/** One candidate, as the features see it. One object is filled again and again: a request has a hundred. */
export interface CandidateFacts {
  text: string;
  /** Without an ending mark. */
  core: string;
  length: number;
  lastCode: number;
  endsWithMark: boolean;
  /** Probability by the blends, and that of the candidate it extends; 0: none. */
  background: number;
  corpus: number;
  draft: number;
  focus: number;
  draftOfPrefix: number;
  /** The longest context of the corpus that has it; undefined: none. */
  context: Context | undefined;
  /** How often it was seen after that, counted up from the samples; and of the samples, as `NodeEvidence` has them. */
  contextCount: number;
  samples: number;
  wordStarts: number;
  contextStarts: number;
  likeness: number;
  articles: number;
  /** Share of its occurrences in which a word ends with it. */
  wordEndShare: number;
  /** By length of the context less one: share of that context's occurrences that go on so; NaN: the context is unknown. */
  readonly shares: Float64Array;
  readonly inDraft: TextMatch;
  readonly inFocus: TextMatch;
  readonly inBackground: TextMatch;
  /** By row of the pool so far: node of the candidate's own text in the background; -1: it is no set phrase. */
  readonly phrases: Int32Array;
  /** How often the background has it after anything; 0: it is no set phrase. */
  backgroundCount: number;
  /** How often it stands in the recent draft, 9 at most. */
  recentCount: number;
  /** How often in the corpus, or about how often, and half an occurrence. */
  frequency: number;
}

const MOST_RECENT = 9;

const noMatch = (): TextMatch => ({ length: 0, count: 0, contextCount: 0 });

/** Facts to be filled, of no candidate yet. */
export const newFacts = (): CandidateFacts => ({
  text: '',
  core: '',
  length: 0,
  lastCode: 0,
  endsWithMark: false,
  background: 0,
  corpus: 0,
  draft: 0,
  focus: 0,
  draftOfPrefix: 0,
  context: undefined,
  contextCount: 0,
  samples: 0,
  wordStarts: 0,
  contextStarts: 0,
  likeness: 0,
  articles: 0,
  wordEndShare: 0,
  shares: new Float64Array(CORPUS_COUNTERS),
  inDraft: noMatch(),
  inFocus: noMatch(),
  inBackground: noMatch(),
  phrases: new Int32Array(POOL),
  backgroundCount: 0,
  recentCount: 0,
  frequency: 0,
});

/** Fills `facts` with what is known of the candidate in that row of the pool. To be called row by row. */
export function describeCandidate(
  facts: CandidateFacts,
  at: number,
  pool: readonly PooledCandidate[],
  { trie, evidence, background, blend }: Counted,
  request: RequestFacts,
): void {
  const { contexts, tree } = request;
  const { node, text, length, prefix } = pool[at]!;
  const row = node * COUNTERS;
  facts.text = text;
  facts.length = length;
  facts.lastCode = trie.code[node]!;
  facts.endsWithMark = isEndingMark(facts.lastCode);
  facts.core = facts.endsWithMark ? text.slice(0, -1) : text;
  facts.background = blend.background[node]!;
  facts.corpus = blend.corpus[node]!;
  facts.draft = blend.draft[node]!;
  facts.focus = blend.focus[node]!;
  facts.draftOfPrefix = prefix >= 0 ? blend.draft[pool[prefix]!.node]! : 0;
  const counter = isInCorpus(evidence, node) ? evidence.context[node]! : -1;
  facts.context = contexts[counter];
  facts.contextCount = counter >= 0 ? trie.counts[row + counter]! : 0;
  facts.samples = evidence.samples[node]!;
  facts.wordStarts = evidence.wordStarts[node]!;
  facts.contextStarts = evidence.contextStarts[node]!;
  facts.likeness = evidence.likeness[node]!;
  facts.articles = evidence.articles[node]!;
  facts.wordEndShare = trie.wordEndWeight[node]! / trie.weight[node]!;
  for (let k = 0; k < CORPUS_COUNTERS; k++) {
    const context = contexts[k];
    facts.shares[k] = context ? trie.counts[row + k]! / context.occurrences : Number.NaN;
  }
  match(facts.inDraft, trie.counts, row, DRAFT);
  match(facts.inFocus, trie.counts, row, FOCUS);
  matchBackground(facts.inBackground, background, tree, node);
  const phrase = tree ? phraseOf(facts.phrases, at, pool, tree) : -1;
  facts.backgroundCount = phrase >= 0 ? tree!.count(phrase) : 0;
  facts.recentCount = countIn(request.recent, facts.core, MOST_RECENT);
  facts.frequency = (request.estimate?.(facts) ?? request.frequency(at, text, prefix)) + 0.5;
}

/** Finds the phrase of a row, from that of the row it extends on. */
function phraseOf(phrases: Int32Array, at: number, pool: readonly PooledCandidate[], tree: PhraseTree): number {
  const { text, prefix } = pool[at]!;
  const phrase = prefix >= 0 ? tree.find(text, phrases[prefix]!, pool[prefix]!.length) : tree.find(text);
  phrases[at] = phrase;
  return phrase;
}

function match(found: TextMatch, counts: Float32Array, row: number, { base, shortest, longest }: TextCounters): void {
  let length = longest;
  while (length >= shortest && counts[row + base + length]! === 0) length--;
  const isFound = length >= shortest;
  found.length = isFound ? length : 0;
  found.count = isFound ? counts[row + base + length]! : 0;
  found.contextCount = isFound ? counts[base + length]! : 0;
}

function matchBackground(
  found: TextMatch,
  background: BackgroundEvidence,
  tree: PhraseTree | undefined,
  node: number,
): void {
  const length = background.reach[node]!;
  const countAt = (trieNode: number) => tree!.count(background.phrases[backgroundAt(trieNode, length)]!);
  found.length = length;
  found.count = length > 0 ? countAt(node) : 0;
  found.contextCount = length > 0 ? countAt(0) : 0;
}

/** The background has the node after some context, and neither the corpus nor the draft or the like articles after any. */
export function isOnlyInBackground({ trie, evidence, background }: Counted, node: number): boolean {
  if (isInCorpus(evidence, node) || background.reach[node] === 0) return false;
  return [DRAFT, FOCUS].every(({ base, shortest, longest }) => {
    for (let k = shortest; k <= longest; k++) if (trie.counts[node * COUNTERS + base + k]! > 0) return false;
    return true;
  });
}

function countIn(text: string, wanted: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0 && count < most; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}
