import { isStop } from '../../index/segment';
import { isEndingMark, isSentenceEnd } from '../../text/marks';
import type { ContinuationTrie } from './continuationTrie';
import { reachAfter, type TextCounters } from './counters';
import { NOT_IN_CORPUS, type NodeEvidence } from './nodeEvidence';

/** A short text that is searched as it is. */
export interface TextSource {
  readonly text: string;
  readonly counters: TextCounters;
  /** Does a word start at this place of the text? Where nobody knows, a continuation may end anywhere. */
  readonly isWordStart?: (position: number) => boolean;
}

/** Occurrences looked at; the last ones of the text come first. */
const MOST = 200;

/**
 * Counts what follows the last characters of `before` in a short text: the draft itself, or the articles most like it.
 * To be called when corpus and background are counted: what they know of a node, where its words end above all, holds.
 *
 * @returns length of the longest context found
 */
export function addText(
  trie: ContinuationTrie,
  evidence: NodeEvidence,
  before: string,
  { text, counters, isWordStart }: TextSource,
): number {
  const { base, shortest } = counters;
  if (before.length < shortest) return 0;
  const tail = before.slice(before.length - shortest);
  let longest = 0;
  let left = MOST;
  for (let at = text.lastIndexOf(tail); at >= 0 && left > 0; at = at > 0 ? text.lastIndexOf(tail, at - 1) : -1) {
    const start = at + tail.length;
    if (start >= text.length) continue; // the cursor itself
    left--;
    let length = shortest;
    while (length < counters.longest && sameBefore(text, start, before, length)) length++;
    if (length > longest) longest = length;
    for (let k = shortest; k <= length; k++) trie.count(0, base + k, 1);
    let node = 0;
    const reach = reachAfter(length);
    for (let i = 0; i < reach && start + i < text.length; i++) {
      const code = text.charCodeAt(start + i);
      if (isStop(code)) break;
      const known = trie.size;
      node = trie.child(node, code);
      if (node < 0) break;
      if (node >= known) evidence.context[node] = NOT_IN_CORPUS;
      for (let k = shortest; k <= length; k++) trie.count(node, base + k, 1);
      if (evidence.context[node] === NOT_IN_CORPUS) {
        trie.weight[node]! += 1;
        const endsWord = isEndingMark(code) || (isWordStart?.(start + i + 1) ?? true);
        if (endsWord) trie.wordEndWeight[node]! += 1;
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
