import type { CorpusView } from '../index/segment';
import { visitStrides } from '../index/strides';
import type { ArticlePlace } from '../passages/findArticle';
import { toFullWidth } from '../text/fullWidth';
import { isHan } from '../text/han';
import { createPhraseTable, type PhraseTable } from './pinyin/phraseTable';
import { FEATURES, fillFeatures, POOL, type PooledCandidate, poolCandidates } from './ranking/features';
import type { Ranker } from './ranking/ranker';
import { type Blend, blendContexts, newBlend } from './sources/blend';
import { type Context, contextsBefore } from './sources/contexts';
import { ContinuationTrie, MAX_NODES } from './sources/continuationTrie';
import { addCorpus, type NodeEvidence, newEvidence } from './sources/corpusSource';
import { endsWordIn } from './sources/draftWords';
import { createFrequency } from './sources/frequency';
import { DRAFT_LONGEST, DRAFT_SLOT, FOCUS_LONGEST, FOCUS_SHORTEST, FOCUS_SLOT, SLOTS } from './sources/slots';
import { addText } from './sources/textSource';
import { createTopic, type Topic } from './sources/topic';

/** The pool of one request, with how probable each candidate is. */
export interface Ranked {
  readonly pool: readonly PooledCandidate[];
  readonly probability: Float64Array;
  readonly wordStartsHere: number;
  /** Length of the longest context that the corpus or the draft itself knows. */
  readonly knownLength: number;
  /** Does the cursor stand behind a Chinese character? */
  readonly previousIsHan: boolean;
  /** Length of the corpus, UTF-16. */
  readonly characters: number;
  /** Length of the longest context a candidate was seen after in the corpus; 0: only in the draft. */
  contextLength(candidate: Pick<PooledCandidate, 'node'>): number;
}

/** Draft text that is searched for continuations, UTF-16 code units before the cursor. */
const DRAFT_REACH = 20_000;

// One request at a time is answered, so the tables are shared by all views.
const trie = new ContinuationTrie(SLOTS);
const evidence: NodeEvidence = newEvidence(MAX_NODES);
const blend: Blend = newBlend();
/** The feature rows of the last request: what the training script reads. */
export const featureRows = new Float32Array(POOL * FEATURES);

/** Answers for one view, with what it has learned of the draft and the corpus on the way. */
export interface Completer {
  /** `accepts`: which texts may be offered at all. */
  rank(before: string, title: string, ranker: Ranker | null, accepts?: (text: string) => boolean): Ranked;
  /** Takes in a little more of a draft ahead of the next question about it; false: there is no more to do. */
  prepare(before: string, title: string): boolean;
  /** The recurring phrases by sound; gathered at the first call. */
  phrases(): PhraseTable;
  /** Articles that answers lean towards from now on. */
  pin(places: readonly ArticlePlace[]): void;
}

export function createCompleter(view: CorpusView): Completer {
  const characters = view.reduce((sum, segment) => sum + segment.length, 0);
  const frequency = createFrequency(view);
  let topic: Topic | undefined;
  let phrases: PhraseTable | undefined;
  return {
    rank(before, title, ranker, accepts) {
      const reach = contextText(before);
      topic ??= createTopic(view);
      topic.update(before, title);
      trie.reset();
      const contexts = contextsBefore(view, reach);
      addCorpus(trie, evidence, view, contexts, topic.likeness);
      const text = before.slice(-DRAFT_REACH);
      const draftLongest = addText(trie, evidence, text, reach, {
        slot: DRAFT_SLOT,
        shortest: 1,
        longest: DRAFT_LONGEST,
        most: 200,
      });
      const focus = topic.focus();
      const focusLongest = addText(trie, evidence, focus.text, reach, {
        isWordStart: focus.isWordStart,
        slot: FOCUS_SLOT,
        shortest: FOCUS_SHORTEST,
        longest: FOCUS_LONGEST,
        most: 200,
      });
      blendContexts(trie, contexts, draftLongest, focusLongest, blend);
      const pool = poolCandidates(trie, blend, endsWordIn(text), accepts);
      const wordStartsHere = shareOfWordStarts(view, contexts);
      fillFeatures(featureRows, pool, trie, evidence, blend, {
        before,
        title,
        contexts,
        draftLongest,
        focusLongest,
        topic,
        characters,
        frequency,
        wordStartsHere,
      });
      const probability = new Float64Array(pool.length);
      for (let i = 0; i < pool.length; i++) {
        probability[i] = ranker ? ranker(featureRows, i, FEATURES) : blend.draft[pool[i]!.node]!;
      }
      const seenAfter = new Map(
        pool.map(({ node }) => [
          node,
          trie.weight[node]! >= 1e-3 ? (contexts[evidence.context[node]!]?.length ?? 0) : 0,
        ]),
      );
      return {
        pool,
        probability,
        wordStartsHere,
        knownLength: Math.max(contexts.at(-1)?.length ?? 0, draftLongest),
        previousIsHan: isHan(before.charCodeAt(before.length - 1)),
        characters,
        contextLength: ({ node }) => seenAfter.get(node) ?? 0,
      };
    },
    prepare(before, title) {
      topic ??= createTopic(view);
      return topic.prepare(before, title);
    },
    pin(places) {
      // A topic costs memory: without pins the first answer makes it.
      if (places.length > 0) topic ??= createTopic(view);
      topic?.pin(places);
    },
    phrases: () => (phrases ??= createPhraseTable(view.flatMap(segment => segment.phrases()))),
  };
}

/** The end of the draft in the form the corpus has. `走在前,干在|` is looked up as 走在前，干在. */
function contextText(before: string): string {
  const tail = before.slice(-48);
  return /[,;:!?()"]/.test(tail) ? toFullWidth(tail) : tail;
}

/** Of the occurrences of a context of about three characters: how many have a word start at the cursor. */
function shareOfWordStarts(view: CorpusView, contexts: readonly Context[]): number {
  const context = contexts[Math.min(2, contexts.length - 1)];
  if (!context) return -1;
  let looked = 0;
  let starts = 0;
  const stride = Math.max(1, context.occurrences / 50);
  context.ranges.forEach((range, number) => {
    const segment = view[number]!;
    visitStrides(segment, range, 0, stride, position => {
      looked++;
      if (segment.isWordStart(position + context.length)) starts++;
    });
  });
  return looked > 0 ? starts / looked : -1;
}
