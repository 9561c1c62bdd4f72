import { isStop } from '../../index/segment';
import { isEndingMark, isSentenceEnd } from '../../text/marks';
import type { ContinuationTrie } from './continuationTrie';
import type { NodeEvidence } from './corpusSource';
import { reachAfter } from './slots';

export interface TextSource {
  /** Slot of context length k is `slot + k`. */
  readonly slot: number;
  readonly shortest: number;
  readonly longest: number;
  /** Occurrences looked at; the last ones of the text come first. */
  readonly most: number;
  /** Does a word start at this place of the text? Where nobody knows, a continuation may end anywhere. */
  readonly isWordStart?: (position: number) => boolean;
}

/**
 * Counts what follows the last characters of `before` in `text`, a short text searched as it is: the draft itself, or
 * the articles most like it. Returns the longest context found.
 */
export function addText(
  trie: ContinuationTrie,
  evidence: NodeEvidence,
  text: string,
  before: string,
  source: TextSource,
): number {
  if (before.length < source.shortest) return 0;
  const tail = before.slice(before.length - source.shortest);
  let longest = 0;
  let left = source.most;
  for (let at = text.lastIndexOf(tail); at >= 0 && left > 0; at = at > 0 ? text.lastIndexOf(tail, at - 1) : -1) {
    const start = at + tail.length;
    if (start >= text.length) continue; // the cursor itself
    left--;
    let length = source.shortest;
    while (length < source.longest && sameBefore(text, start, before, length)) length++;
    if (length > longest) longest = length;
    for (let k = source.shortest; k <= length; k++) trie.count(0, source.slot + k, 1);
    let node = 0;
    const reach = reachAfter(length);
    for (let i = 0; i < reach && start + i < text.length; i++) {
      const code = text.charCodeAt(start + i);
      if (isStop(code)) break;
      const known = trie.size;
      node = trie.child(node, code);
      if (node < 0) break;
      if (node >= known) evidence.context[node] = -1;
      for (let k = source.shortest; k <= length; k++) trie.count(node, source.slot + k, 1);
      if (trie.weight[node]! < 1e-3) {
        trie.weight[node]! += 1e-6;
        const endsWord = isEndingMark(code) || (source.isWordStart?.(start + i + 1) ?? true);
        if (endsWord) trie.wordEndWeight[node]! += 1e-6;
      }
      if (isSentenceEnd(code)) break;
    }
  }
  return longest;
}

function sameBefore(text: string, start: number, before: string, length: number): boolean {
  const at = start - 1 - length;
  return at >= 0 && text.charCodeAt(at) === before.charCodeAt(before.length - 1 - length);
}
