import { isEndingMark, isLeadingWord, isMark } from '../../text/marks';
import type { BackgroundEvidence } from '../sources/backgroundSource';
import type { Blend } from '../sources/blend';
import type { ContinuationTrie } from '../sources/continuationTrie';
import { COUNTERS, FOCUS } from '../sources/counters';
import { NOT_IN_CORPUS, type NodeEvidence } from '../sources/nodeEvidence';
import type { Candidate } from './chooseSet';

/** Candidates that reach the ranker. */
export const POOL = 128;

/** A continuation that the ranker weighs. Candidates come parents first. */
export interface PooledCandidate extends Candidate {
  readonly node: number;
  readonly text: string;
}

/** What the sources have counted at a cursor. */
export interface Counted {
  readonly trie: ContinuationTrie;
  readonly evidence: NodeEvidence;
  readonly background: BackgroundEvidence;
  readonly blend: Blend;
}

/** Which texts may be candidates at all. */
export interface PoolOptions {
  /** Of a text that only the draft has: does it end with a word there? */
  readonly endsWord: (text: string) => boolean;
  /** Only these: what the letters at the cursor spell. */
  readonly accepts?: (text: string) => boolean;
}

/** A candidate that by the plain blend saves less than this has no hope. */
const HOPELESS = 1e-4;

/** The nodes at which a continuation may end, the likeliest savers first cut to the pool, then parents first. */
export function poolCandidates(counted: Counted, options: PoolOptions): PooledCandidate[] {
  const { trie } = counted;
  const nodes = likeliestSavers(counted, options);
  const numbers = new Map(nodes.map((node, number) => [node, number]));
  return nodes.map(node => {
    let above = trie.parent[node]!;
    while (above > 0 && !numbers.has(above)) above = trie.parent[above]!;
    return {
      node,
      text: trie.text(node),
      length: trie.depth[node]!,
      endsWithMark: isEndingMark(trie.code[node]!),
      prefix: numbers.get(above) ?? -1,
    };
  });
}

/** At most `POOL` nodes, ascending. */
function likeliestSavers(counted: Counted, { endsWord, accepts }: PoolOptions): number[] {
  const { trie, blend } = counted;
  const { depth, code, weight, wordEndWeight } = trie;
  const nodes: number[] = [];
  const gains: number[] = [];
  for (let node = 1; node < trie.size; node++) {
    if (depth[node]! < 2 || wordEndWeight[node]! < 0.5 * weight[node]!) continue;
    const gain = (blend.draft[node]! + blend.focus[node]!) * (depth[node]! - 1);
    if (gain < HOPELESS && !accepts) continue;
    if (isMark(code[node]!) && !isEndingMark(code[node]!)) continue;
    if (endsInMidAir(trie, node)) continue;
    if (accepts && !accepts(trie.text(node))) continue;
    if (isInDraftOnly(counted, node) && !endsWord(trie.text(node))) continue;
    nodes.push(node);
    gains.push(gain);
  }
  if (nodes.length <= POOL) return nodes;
  const least = Float64Array.from(gains).sort()[nodes.length - POOL]!;
  return nodes.filter((_, i) => gains[i]! >= least).slice(0, POOL);
}

function isInDraftOnly({ trie: { counts }, evidence }: Counted, node: number): boolean {
  if (evidence.context[node] !== NOT_IN_CORPUS) return false;
  for (let k = FOCUS.shortest; k <= FOCUS.longest; k++) if (counts[node * COUNTERS + FOCUS.base + k]! > 0) return false;
  return true;
}

/** `紧迫感、使命感的|`, `危机感，说|`: the last word leads on to another, or a clause has only just begun. */
function endsInMidAir({ code, parent, weight, wordEndWeight }: ContinuationTrie, node: number): boolean {
  const above = parent[node]!;
  if (above > 0 && isMark(code[above]!) && !isMark(code[node]!)) return true;
  return isLeadingWord(code[node]!) && (above === 0 || wordEndWeight[above]! >= 0.5 * weight[above]!);
}
