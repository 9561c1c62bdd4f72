import type { CorpusView } from '../../index/segment';
import { visitStrides } from '../../index/strides';
import { suffixRanges } from '../../index/suffixRange';

/** How a candidate is known at the cursor. Lengths in UTF-16 code units. */
export interface Known {
  /** What it would add. */
  readonly text: string;
  /** The longest end of the draft after which the corpus has it; 0: none. */
  readonly inCorpus: number;
  /** Likewise in the draft itself, and in any other source. */
  readonly elsewhere: number;
  /** Of its occurrences in the corpus: how many begin with a word. */
  readonly wordStartShare: number;
}

/** Occurrences looked at: they are cut alike, or it does not matter. */
const LOOK = 5;

/**
 * Would a candidate go on with half a word that the draft does not have? What is known must reach back to where the draft's
 * last word begins: behind 重视测试|, 剂盒 is known only from 试剂盒, whose 试 is part of 测试. And where the corpus has it inside a
 * word, that word must hold the draft's last one whole: 民生|活水平, from 人民生活水平, goes on with 生活, not with 民生.
 *
 * @param word length of the draft's last word
 */
export function beginsHalfWord(view: CorpusView, before: string, word: number, known: Known): boolean {
  if (word === 0) return false;
  if (Math.max(known.inCorpus, known.elsewhere) < word) return true;
  if (known.inCorpus < word || known.wordStartShare >= 0.5) return false;
  const context = before.slice(before.length - known.inCorpus);
  return wordAround(view, context, known.text) < word;
}

/** How far before the end of `context` the word begins that goes on into `text`, by most occurrences; 0: beyond the context. */
function wordAround(view: CorpusView, context: string, text: string): number {
  const { ranges, total } = suffixRanges(view, context + text);
  const counts = new Map<number, number>();
  const stride = Math.max(1, total / LOOK);
  let next = stride / 2;
  view.forEach((segment, number) => {
    next = visitStrides(segment, ranges[number]!, next, stride, position => {
      let back = 1;
      while (back <= context.length && !segment.isWordStart(position + context.length - back)) back++;
      const length = back <= context.length ? back : 0;
      counts.set(length, (counts.get(length) ?? 0) + 1);
    });
  });
  return [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [context.length, 0])[0];
}
