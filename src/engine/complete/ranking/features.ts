import { isEndingMark, isLeadingWord, isMark, isSentenceEnd } from '../../text/marks';
import type { Blend } from '../sources/blend';
import type { Context } from '../sources/contexts';
import { type ContinuationTrie, MAX_NODES } from '../sources/continuationTrie';
import type { NodeEvidence } from '../sources/corpusSource';
import type { Frequency } from '../sources/frequency';
import {
  CORPUS_SLOTS,
  DRAFT_LONGEST,
  DRAFT_SLOT,
  FOCUS_LONGEST,
  FOCUS_SHORTEST,
  FOCUS_SLOT,
  SLOTS,
} from '../sources/slots';
import type { Topic } from '../sources/topic';
import type { Candidate } from './chooseSet';

/** Numbers that describe one candidate to the ranker. Their order is part of the shipped weights. */
export const FEATURES = 40;
/** Candidates that reach the ranker. */
export const POOL = 96;

export interface RankedInput {
  readonly before: string;
  readonly title: string;
  readonly contexts: readonly Context[];
  readonly draftLongest: number;
  readonly focusLongest: number;
  readonly topic: Topic;
  /** Length of the corpus, UTF-16. */
  readonly characters: number;
  readonly frequency: Frequency;
  /** Share of the occurrences of the context at which a word starts at the cursor; -1: unknown. */
  readonly wordStartsHere: number;
}

export interface PooledCandidate extends Candidate {
  readonly node: number;
  readonly text: string;
}

const isPooled = new Int32Array(MAX_NODES);

/** A candidate that by the plain blend saves less than this has no hope. */
const HOPELESS = 1e-4;

const gains = new Float64Array(MAX_NODES);

/** The nodes at which a continuation may end, the likeliest savers first cut to the pool, then parents first. */
export function poolCandidates(
  trie: ContinuationTrie,
  blend: Blend,
  endsWordInDraft: (text: string) => boolean,
  accepts?: (text: string) => boolean,
): PooledCandidate[] {
  const { depth, code, weight, wordEndWeight } = trie;
  let nodes: number[] = [];
  for (let node = 1; node < trie.size; node++) {
    if (depth[node]! < 2 || wordEndWeight[node]! < 0.5 * weight[node]!) continue;
    const gain = (blend.draft[node]! + blend.focus[node]!) * (depth[node]! - 1);
    if (gain < HOPELESS && !accepts) continue;
    if (isMark(code[node]!) && !isEndingMark(code[node]!)) continue;
    if (endsInMidAir(trie, node)) continue;
    if (accepts && !accepts(trie.text(node))) continue;
    if (isInDraftOnly(trie, node) && !endsWordInDraft(trie.text(node))) continue;
    gains[nodes.length] = gain;
    nodes.push(node);
  }
  if (nodes.length > POOL) {
    const least = gains.slice(0, nodes.length).sort()[nodes.length - POOL]!;
    nodes = nodes.filter((_, i) => gains[i]! >= least).slice(0, POOL);
  }
  nodes.forEach((node, i) => {
    isPooled[node] = i + 1;
  });
  const pool = nodes.map(node => {
    let above = trie.parent[node]!;
    while (above > 0 && !isPooled[above]) above = trie.parent[above]!;
    return { node, text: trie.text(node), length: trie.depth[node]!, prefix: above > 0 ? isPooled[above]! - 1 : -1 };
  });
  for (const node of nodes) isPooled[node] = 0;
  return pool;
}

function isInDraftOnly({ weight, counts }: ContinuationTrie, node: number): boolean {
  const focus = node * SLOTS + FOCUS_SLOT;
  return weight[node]! < 1e-3 && longestSeen(counts, focus, FOCUS_SHORTEST, FOCUS_LONGEST) === 0;
}

/** `紧迫感、使命感的|`, `危机感，说|`: the last word leads on to another, or a clause has only just begun. */
function endsInMidAir({ code, parent, weight, wordEndWeight }: ContinuationTrie, node: number): boolean {
  const above = parent[node]!;
  if (above > 0 && isMark(code[above]!) && !isMark(code[node]!)) return true;
  return isLeadingWord(code[node]!) && (above === 0 || wordEndWeight[above]! >= 0.5 * weight[above]!);
}

const RATIO_LENGTHS = [1, 2, 3, 4, 5, 7] as const;
const RECENT_DRAFT = 3000;

/** Fills a row of `FEATURES` numbers for each candidate of the pool. */
export function fillFeatures(
  rows: Float32Array,
  pool: readonly PooledCandidate[],
  trie: ContinuationTrie,
  evidence: NodeEvidence,
  blend: Blend,
  input: RankedInput,
): void {
  const { contexts, before, title } = input;
  const { counts } = trie;
  const longest = contexts.at(-1);
  const recent = before.slice(-RECENT_DRAFT);
  const previous = previousKind(before);
  const clause = clauseLength(before);
  const focus = input.topic.focus();
  const draftSeen = counts[DRAFT_SLOT + 1]!;
  pool.forEach(({ node, text, length, prefix }, i) => {
    const row = node * SLOTS;
    const corpus = blend.corpus[node]!;
    const draft = blend.draft[node]!;
    const lastCode = trie.code[node]!;
    const endsWithMark = isEndingMark(lastCode);
    const core = endsWithMark ? text.slice(0, -1) : text;
    const slot = contexts.length > 0 && trie.weight[node]! >= 1e-3 ? evidence.context[node]! : -1;
    const samples = evidence.samples[node]!;
    let f = i * FEATURES;
    rows[f++] = length;
    rows[f++] = Math.log(corpus);
    rows[f++] = Math.log(draft);
    rows[f++] = longest?.length ?? 0;
    rows[f++] = longest ? Math.log(longest.occurrences) : -1;
    rows[f++] = slot >= 0 ? contexts[slot]!.length : 0;
    rows[f++] = slot >= 0 ? Math.log(counts[row + slot]!) : -1;
    rows[f++] = slot >= 0 ? Math.log(contexts[slot]!.occurrences) : -1;
    for (const k of RATIO_LENGTHS) {
      const at = k - 1;
      const known = at < contexts.length && at < CORPUS_SLOTS;
      const seen = known ? counts[row + at]! : 0;
      rows[f++] = !known ? -15 : seen > 0 ? Math.log(seen / contexts[at]!.occurrences) : -12;
    }
    rows[f++] = slot >= 0 ? evidence.wordStarts[node]! / samples : -1;
    rows[f++] = trie.wordEndWeight[node]! / trie.weight[node]!;
    const draftMatch = longestSeen(counts, row + DRAFT_SLOT, 1, DRAFT_LONGEST);
    rows[f++] = draftMatch;
    rows[f++] = draftMatch ? counts[row + DRAFT_SLOT + draftMatch]! : 0;
    rows[f++] = draftMatch ? counts[row + DRAFT_SLOT + draftMatch]! / counts[DRAFT_SLOT + draftMatch]! : 0;
    const inDraft = countIn(recent, core, 9);
    rows[f++] = inDraft;
    const frequency = input.frequency(text, prefix >= 0 ? pool[prefix]!.text : '') + 0.5;
    rows[f++] = Math.log(frequency);
    rows[f++] = Math.log((inDraft + 0.02) / (recent.length + 200)) - Math.log(frequency / input.characters);
    rows[f++] = title.includes(text.slice(0, 2)) ? (title.includes(core) ? 2 : 1) : 0;
    rows[f++] = slot >= 0 ? evidence.likeness[node]! / samples : -2;
    rows[f++] = endsWithMark ? (isSentenceEnd(lastCode) ? 2 : 1) : 0;
    rows[f++] = innerMarks(text);
    rows[f++] = previous;
    rows[f++] = clause;
    rows[f++] = slot >= 0 ? evidence.articles[node]! : 0;
    rows[f++] = prefix >= 0 ? Math.log(draft / blend.draft[pool[prefix]!.node]!) : 0;
    rows[f++] = input.wordStartsHere;
    rows[f++] = draftSeen > 0 ? Math.log(draftSeen) : -1;
    rows[f++] = input.draftLongest;
    rows[f++] = Math.log(draft / corpus);
    const focusMatch = longestSeen(counts, row + FOCUS_SLOT, FOCUS_SHORTEST, FOCUS_LONGEST);
    rows[f++] = focusMatch;
    rows[f++] = focusMatch ? counts[row + FOCUS_SLOT + focusMatch]! : 0;
    rows[f++] = focusMatch ? counts[row + FOCUS_SLOT + focusMatch]! / counts[FOCUS_SLOT + focusMatch]! : 0;
    rows[f++] = Math.log(blend.focus[node]!);
    rows[f++] = input.focusLongest;
    rows[f++] = Math.min(30, focus.count(core));
  });
}

function longestSeen(counts: Float32Array, base: number, shortest: number, longest: number): number {
  for (let k = longest; k >= shortest; k--) if (counts[base + k]! > 0) return k;
  return 0;
}

function countIn(text: string, wanted: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(wanted); at >= 0 && count < most; at = text.indexOf(wanted, at + 1)) count++;
  return count;
}

function innerMarks(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length - 1; i++) if (isMark(text.charCodeAt(i))) count++;
  return count;
}

/** 0: within a clause, 1: after a digit or Latin letter, 2: after a mark, 3: paragraph start. */
function previousKind(before: string): number {
  if (before === '' || before.endsWith('\n')) return 3;
  if (isMark(before.charCodeAt(before.length - 1))) return 2;
  return /[0-9A-Za-z]$/.test(before.slice(-1)) ? 1 : 0;
}

function clauseLength(before: string): number {
  let length = 0;
  while (length < 40 && length < before.length && !isMark(before.charCodeAt(before.length - 1 - length))) length++;
  return length;
}
