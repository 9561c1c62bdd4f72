import type { PhraseTree } from '../background/phraseTree';
import type { CorpusView } from '../index/segment';
import { visitStrides } from '../index/suffixes/strides';
import type { LanguageModel } from '../model/languageModel';
import { type ArticleDirectory, createArticleDirectory } from '../passages/articleDirectory';
import { toFullWidth } from '../text/fullWidth';
import { isHan } from '../text/han';
import { wordBeforeCursor } from './admission/wordBeforeCursor';
import { createPhraseTable, type PhraseTable } from './pinyin/phraseTable';
import { createPinyinMatcher, type PinyinMatcher } from './pinyin/pinyinMatch';
import { type AdvisedRows, advisedRows, takeAdvice } from './ranking/advice';
import { POOL, type PooledCandidate, poolCandidates } from './ranking/candidates';
import { isOnlyInBackground } from './ranking/facts';
import { fillFeatures } from './ranking/features';
import { leastByAgreement } from './ranking/ownAgreement';
import { requestFacts } from './ranking/requestFacts';
import { type Rankers, shippedRankers } from './ranking/shippedRanker';
import { createDatedLast, type DatedLast } from './recency/datedLast';
import type { Draft } from './request';
import { createScratch, type Scratch } from './scratch';
import { addBackground, fillBackground } from './sources/backgroundSource';
import { blendContexts } from './sources/blend';
import { type Context, contextsBefore } from './sources/contexts';
import { addCorpus } from './sources/corpusSource';
import { createDraftWords } from './sources/draftWords';
import { createFrequency } from './sources/frequency';
import { isInCorpus } from './sources/nodeEvidence';
import { DRAFT, FOCUS } from './sources/slots';
import { addText } from './sources/textSource';
import { createTopics } from './sources/topics';

/** The candidates of one request, with how probable each is. What it tells of a candidate it tells until the next request. */
export interface Ranked {
  readonly pool: readonly PooledCandidate[];
  readonly probability: Float64Array;
  /** What the ranker saw of them, row after row of `FEATURES`. Until the next request. */
  readonly rows: Float32Array;
  /** What it saw of those that a language model was asked about, if there is one and it has read so far. */
  readonly advised: AdvisedRows | undefined;
  readonly wordStartsHere: number;
  /** Length of the draft's last word; 0: no Chinese character stands before the cursor. */
  readonly wordLength: number;
  /** Length of the longest context that the corpus, the draft itself or the background knows. */
  readonly knownLength: number;
  /** A background of set phrases was asked, too. */
  readonly hasBackground: boolean;
  /** Does the cursor stand behind a Chinese character? */
  readonly previousIsHan: boolean;
  /** Length of the corpus, UTF-16. */
  readonly characters: number;
  /** Length of the longest context a candidate was seen after in the corpus; 0: only in the draft. */
  contextLength(candidate: Pick<PooledCandidate, 'node'>): number;
  /** Likewise in the background; 0: that has it not. */
  backgroundLength(candidate: Pick<PooledCandidate, 'node'>): number;
  /** Does a word begin with what the draft had before that text the last time, as long as its last word is? */
  beginsWordInDraft(text: string): boolean;
  /** Neither the corpus, as far as it was looked at, nor the draft has it. */
  isOnlyInBackground(candidate: Pick<PooledCandidate, 'node'>): boolean;
}

/** What ranks for one view, with what it has learned of the drafts and the corpus on the way. */
export interface Completer {
  readonly view: CorpusView;
  readonly directory: ArticleDirectory;
  /** @param accepts which texts may be candidates at all */
  rank(draft: Draft, accepts?: (text: string) => boolean): Ranked;
  /** Takes in a little more of a draft ahead of the next question about it; false: there is no more to do. */
  prepare(draft: Draft): boolean;
  /** How like the draft of this id the articles are, as far as it has been taken in; undefined where nobody has asked about it. */
  likenessTo(id: string): ((segment: number, article: number) => number) | undefined;
  /** What that draft is about is found anew: more of a library is here now. */
  forgetTopic(id: string): void;
  readonly pinyin: PinyinMatcher;
  readonly datedLast: DatedLast;
  /** The recurring phrases by sound; gathered at the first call. */
  phrases(): PhraseTable;
}

/** What a completer may be handed; by default it has its own. */
export interface CompleterParts {
  readonly rankers?: Rankers;
  /** Of the same view. */
  readonly directory?: ArticleDirectory;
  /** No other completer may be at work in it at the same moment. */
  readonly scratch?: Scratch;
  /** Asked for at every answer: it may come, or be turned off, at any time. */
  readonly background?: () => PhraseTree | undefined;
  /** Likewise. It advises where there is a background, too. */
  readonly model?: () => LanguageModel | undefined;
}

/** Draft text that is searched for continuations, UTF-16 code units before the cursor. */
const DRAFT_REACH = 20_000;

export function createCompleter(view: CorpusView, parts: CompleterParts = {}): Completer {
  const {
    rankers = shippedRankers(),
    directory = createArticleDirectory(view),
    background: tree = () => undefined,
    model = () => undefined,
  } = parts;
  let { scratch } = parts;
  const characters = view.reduce((sum, segment) => sum + segment.length, 0);
  const frequency = createFrequency(view, POOL);
  const topics = createTopics(view);
  const draftWords = createDraftWords();
  const pinyin = createPinyinMatcher();
  let phrases: PhraseTable | undefined;
  return {
    view,
    directory,
    pinyin,
    datedLast: createDatedLast(view),
    rank(draft, accepts) {
      scratch ??= createScratch();
      const { trie, evidence, background, blend, features } = scratch;
      // Whoever has no corpus has not asked for phrases.
      const phraseTree = characters > 0 ? tree() : undefined;
      const { before, title = '' } = draft;
      const reach = contextText(before);
      const topic = topics.of(draft);
      topic.update(before, title);
      const focus = topic.focus();

      trie.reset();
      const contexts = contextsBefore(view, reach);
      addCorpus(trie, evidence, view, contexts, topic.likeness);
      addBackground(trie, evidence, background, phraseTree, reach);
      const text = before.slice(-DRAFT_REACH);
      const longest = {
        draft: addText(trie, evidence, reach, { text, slots: DRAFT }),
        focus: addText(trie, evidence, reach, { text: focus.text, isWordStart: focus.isWordStart, slots: FOCUS }),
        background: background.longest,
      };
      fillBackground(trie, background, phraseTree);
      blendContexts(trie, evidence, contexts, background, longest, blend);

      const pool = poolCandidates(scratch, { endsWord: candidate => draftWords.ends(text, candidate), accepts });
      const wordStartsHere = shareOfWordStarts(view, contexts);
      const wordLength = isHan(before.charCodeAt(before.length - 1)) ? wordBeforeCursor(view, before) : 0;
      const request = {
        before,
        title,
        contexts,
        longest,
        tree: phraseTree,
        focus,
        characters,
        frequency,
        wordStartsHere,
        wordLength,
      };
      fillFeatures(features, pool, scratch, requestFacts(request, scratch));
      const contextLength = (node: number) =>
        isInCorpus(evidence, node) ? (contexts[evidence.context[node]!]?.length ?? 0) : 0;
      const ranker = phraseTree ? rankers.withBackground : rankers.withoutBackground;
      const counted = scratch;
      const plain = Float64Array.from(pool, (_, row) => ranker(features.rows, row));
      const adviser = phraseTree ? model() : undefined;
      const advised = adviser && advisedRows(adviser, draft, pool, plain, features.rows);
      const ranked = advised ? takeAdvice(advised, rankers.withModel, plain) : plain;
      return {
        pool,
        probability: ranked.map((probability, row) => {
          const { node } = pool[row]!;
          const share = Math.min(blend.corpus[node]!, blend.draft[node]!, blend.focus[node]!);
          const own = { contextLength: contextLength(node), articles: evidence.articles[node]!, share };
          return Math.max(probability, leastByAgreement(own));
        }),
        rows: features.rows,
        advised,
        wordStartsHere,
        wordLength,
        knownLength: Math.max(contexts.at(-1)?.length ?? 0, longest.draft, longest.background),
        hasBackground: phraseTree !== undefined,
        previousIsHan: isHan(before.charCodeAt(before.length - 1)),
        characters,
        contextLength: ({ node }) => contextLength(node),
        backgroundLength: ({ node }) => background.reach[node]!,
        isOnlyInBackground: ({ node }) => isOnlyInBackground(counted, node),
        beginsWordInDraft: candidate => draftWords.begins(text, wordLength, candidate),
      };
    },
    likenessTo: id => topics.known(id)?.likeness,
    forgetTopic: topics.forget,
    // Both at once: the model's part is done after some pieces of an opened draft, and one a key.
    prepare(draft) {
      const readsOn = model()?.prepare(draft) ?? false;
      return topics.of(draft).prepare(draft.before, draft.title ?? '') || readsOn;
    },
    phrases: () =>
      (phrases ??= createPhraseTable(
        view.flatMap(segment => segment.phrases()),
        pinyin,
      )),
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
