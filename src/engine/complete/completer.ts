import type { PhraseTree } from '../background/phraseTree';
import type { CorpusView } from '../index/segment';
import type { LanguageModel } from '../model/languageModel';
import { type ArticleDirectory, createArticleDirectory } from '../passages/articleDirectory';
import { isHan } from '../text/han';
import { wordBeforeCursor } from './admission/wordBeforeCursor';
import { createPhraseTable, type PhraseTable } from './pinyin/phraseTable';
import { createPinyinMatcher, type PinyinMatcher } from './pinyin/pinyinMatch';
import type { Ranked } from './ranked';
import { advisedRows, takeAdvice } from './ranking/advice';
import { POOL, poolCandidates } from './ranking/candidates';
import { isOnlyInBackground } from './ranking/facts';
import { fillFeatures } from './ranking/features';
import { countLikeliest, estimateFor } from './ranking/frequencies';
import { leastByAgreement } from './ranking/ownAgreement';
import { requestFacts } from './ranking/requestFacts';
import { type Rankers, shippedRankers } from './ranking/shippedRanker';
import { createRestOfWording } from './ranking/wholeWording';
import { createDatedLast, type DatedLast } from './recency/datedLast';
import type { Draft } from './request';
import { createScratch, type Scratch } from './scratch';
import { createDraftWords } from './sources/draftWords';
import { createFrequency } from './sources/frequency';
import { gather } from './sources/gather';
import { mostPlaces } from './sources/mostPlaces';
import { isInCorpus } from './sources/nodeEvidence';
import { createTopics } from './sources/topic/topics';
import { wordStartsHere } from './sources/wordStartsHere';

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
  readonly restOfWording: ReturnType<typeof createRestOfWording>;
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

/** Makes what ranks the continuations of drafts from one view. @param parts what it shares with others; by default it has its own */
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
    restOfWording: createRestOfWording(view),
    pinyin,
    datedLast: createDatedLast(view),
    rank(draft, accepts) {
      scratch ??= createScratch();
      const { evidence, background, blend, features } = scratch;
      // Whoever has no corpus has not asked for phrases.
      const phraseTree = characters > 0 ? tree() : undefined;
      const { before, title = '' } = draft;
      const { reach, contexts, longest, focus, text } = gather(scratch, view, phraseTree, topics.of(draft), draft);
      const pool = poolCandidates(scratch, { endsWord: candidate => draftWords.ends(text, candidate), accepts });
      const startsHere = wordStartsHere(view, contexts);
      const wordLength = isHan(before.charCodeAt(before.length - 1)) ? wordBeforeCursor(view, before) : 0;
      const estimate = estimateFor(view, phraseTree);
      const request = {
        before,
        title,
        contexts,
        longest,
        tree: phraseTree,
        focus,
        characters,
        frequency,
        estimate,
        wordStartsHere: startsHere,
        wordLength,
      };
      fillFeatures(features, pool, scratch, requestFacts(request, scratch));
      const contextLength = (node: number) =>
        isInCorpus(evidence, node) ? (contexts[evidence.context[node]!]?.length ?? 0) : 0;
      const ranker = phraseTree ? rankers.withBackground : rankers.withoutBackground;
      const counted = scratch;
      const plain = ranker(features.rows, pool.length);
      if (estimate) countLikeliest(features.rows, pool, plain, frequency, ranker);
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
        wordStartsHere: startsHere,
        wordLength,
        knownLength: Math.max(contexts.at(-1)?.length ?? 0, longest.draft, longest.background),
        phraseTree,
        previousIsHan: isHan(before.charCodeAt(before.length - 1)),
        characters,
        contextLength: ({ node }) => contextLength(node),
        backgroundLength: ({ node }) => background.reach[node]!,
        mostPlaces: ({ node, length: depth }, length) =>
          length > 0 && reach.endsWith(before.slice(-length))
            ? mostPlaces(contexts, evidence, node, depth, length)
            : Number.POSITIVE_INFINITY,
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
