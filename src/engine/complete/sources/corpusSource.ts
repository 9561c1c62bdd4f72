import { type CorpusView, isStop } from '../../index/segment';
import { visitStrides } from '../../index/suffixes/strides';
import { isEndingMark, isSentenceEnd } from '../../text/marks';
import type { Context } from './contexts';
import type { ContinuationTrie } from './continuationTrie';
import { LONGEST_CONTINUATION, reachAfter } from './counters';
import type { NodeEvidence } from './nodeEvidence';

/** Likeness of an article to the draft; article numbers count through all segments of the view. */
export type Likeness = (segment: number, article: number) => number;

/** Weight of one sample of a context: how many occurrences it stands for. */
export const sampleWeight = ({ occurrences, samples }: Context): number => occurrences / samples;

/**
 * Counts what follows each context, in the counter whose number is that of the context.
 *
 * Of many occurrences some are looked at, at equal strides through their sorted range (systematic sampling of an
 * ordered list: Cochran, Sampling Techniques, ch. 8). Because the range is sorted, equal strides give every continuation its
 * share to within one stride: bounded time, whatever the corpus, and far better than as many random draws.
 */
export function addCorpus(
  trie: ContinuationTrie,
  evidence: NodeEvidence,
  view: CorpusView,
  contexts: readonly Context[],
  likeness: Likeness,
): void {
  // Nodes of the sample before: what comes first is the same in both, for samples are sorted.
  const path = new Int32Array(LONGEST_CONTINUATION);
  let pathLength = 0;
  contexts.forEach((context, counter) => {
    const weight = sampleWeight(context);
    const reach = reachAfter(context.length);
    let next = weight / 2;
    context.ranges.forEach((range, number) => {
      const segment = view[number]!;
      next = visitStrides(segment, range, next, weight, position => {
        const start = position + context.length;
        const article = segment.articleAt(position);
        if (segment.hasDead && segment.isDead(article)) return;
        const like = likeness(number, article);
        const articleKey = number * 0x100000 + article;
        const startsWord = segment.isWordStart(start) ? 1 : 0;
        const startsContext = segment.isWordStart(position) ? 1 : 0;
        const counted = weight * segment.weight(article);
        trie.count(0, counter, counted);
        let node = 0;
        for (let i = 0; i < reach; i++) {
          const code = segment.codeAt(start + i);
          if (isStop(code)) break;
          const known = trie.size;
          if (i < pathLength && trie.code[path[i]!] === code) node = path[i]!;
          else {
            pathLength = i;
            node = trie.child(node, code);
            if (node < 0) break;
            path[pathLength++] = node;
          }
          if (node >= known || evidence.context[node] !== counter) {
            evidence.context[node] = counter;
            evidence.samples[node] = 0;
            evidence.articles[node] = 0;
            evidence.wordStarts[node] = 0;
            evidence.contextStarts[node] = 0;
            evidence.likeness[node] = 0;
            evidence.lastArticle[node] = -1;
          }
          trie.count(node, counter, counted);
          trie.weight[node]! += counted;
          if (segment.isWordStart(start + i + 1) || isEndingMark(code)) trie.wordEndWeight[node]! += counted;
          evidence.samples[node]!++;
          evidence.wordStarts[node]! += startsWord;
          evidence.contextStarts[node]! += startsContext;
          evidence.likeness[node]! += like;
          if (evidence.lastArticle[node] !== articleKey) {
            evidence.lastArticle[node] = articleKey;
            evidence.articles[node]!++;
          }
          if (isSentenceEnd(code)) break;
        }
      });
    });
  });
}
