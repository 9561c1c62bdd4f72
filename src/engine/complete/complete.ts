import type { CorpusView } from '../index/segment';
import { type SuffixRange, suffixRange } from '../index/suffixRange';
import type { ArticlePlace } from '../passages/findArticle';
import { isOnlyFunctionWords } from '../passages/functionWords';
import type { Choices, Recall } from './choices';
import { chooseSet } from './chooseSet';
import { type Completer, createCompleter, type Ranked } from './completer';
import type { PooledCandidate } from './features';
import type { FuzzyPair } from './fuzzyPinyin';
import { phraseSources } from './phraseSources';
import { matchPinyin } from './pinyinMatch';
import { createRanker, type Ranker } from './ranker';
import weights from './rankerWeights.json';
import { dropRefused, isRefused, type RefusedList, refusedHere } from './refusals';
import { typedLetters } from './typedLetters';
import { withoutWhatFollows } from './whatFollows';

/** What is asked: the draft up to and after the cursor. */
export interface CompletionRequest {
  /** The draft before the cursor, whole (the draft itself is a source of continuations). `…，推动高|` */
  readonly before: string;
  /** The rest of the line after the cursor. */
  readonly after: string;
  /** Title of the draft, if it has one: leans the answer towards its topic. */
  readonly title?: string;
  /** How many items at most. */
  readonly limit: number;
  /** Offer phrases for pinyin letters at the cursor. */
  readonly pinyin?: boolean;
  /** Articles that the writer has pinned as models: answers lean towards them. */
  readonly exemplars?: readonly ArticlePlace[];
  /** Sounds that the writer does not tell apart. */
  readonly fuzzyPinyin?: readonly FuzzyPair[];
  /** What the writer has taken before. */
  readonly choices?: Choices;
  /** Lists that the writer did not want in this draft, lately. */
  readonly refused?: readonly RefusedList[];
}

/** One continuation. `推动高|` → `{ text: '高质量发展', replace: 1 }`: `text` stands for the last `replace` characters. */
export interface Continuation {
  readonly text: string;
  /** UTF-16 code units before the cursor that `text` replaces: the same for all Han items; the letters for pinyin items. */
  readonly replace: number;
  /** In how many distinct articles (near-duplicates once) it occurs after the last word or two; 0: only in the draft itself. */
  readonly articles: number;
  readonly occurrences: number;
  /** The newest place it occurs at: segment number in the view, and position of the continuation's first character. */
  readonly source: { readonly segment: number; readonly position: number } | null;
}

/** An item must be expected to save this many keystrokes, or it is noise. */
const LEAST_GAIN = 0.004;
/** A list must hold the right item this probably, or it does not open: measured, a tenth of all lists for 1 % of what they save. */
const LEAST_HIT = 0.06;
/** After so many known characters the corpus has something to say; the fewer it has, the more a match tells. */
const KNOWN_CONTEXT = 4;
const KNOWN_IN_SMALL = 2;
const SMALL_CORPUS = 1_000_000;
/** One character is typed as fast as taken. */
const LEAST_LENGTH = 2;
/** Chosen beyond the limit, for some may stand after the cursor already. */
const SPARE = 4;
/** Phrases found by letters among which the writer's own may be. */
const MOST_FOUND = 200;
/** Probability that is left to a reading by a fuzzy pair. */
const SOUNDS_ALIKE = 0.2;
/** An item is counted together with so much of its context: more would count one article each, less says nothing. */
const COUNTED_CONTEXT = 4;

const ranker: Ranker = createRanker(weights);
const completers = new WeakMap<CorpusView, Completer>();

function completerOf(view: CorpusView): Completer {
  const completer = completers.get(view) ?? createCompleter(view);
  completers.set(view, completer);
  return completer;
}

/** Ranked continuations, best first; empty rather than noise. Never throws; bounded time, whatever the corpus. */
export function complete(view: CorpusView, request: CompletionRequest): Continuation[] {
  const before = request.before.replaceAll('\r', '');
  const completer = completerOf(view);
  completer.pin(request.exemplars ?? []);
  const letters = request.pinyin ? typedLetters(before) : '';
  return letters === ''
    ? continueText(view, completer, before, request)
    : spellOut(view, completer, before, letters, request);
}

/** All that may follow, each with its probability: for whoever chooses otherwise than the list. */
export const rankContinuations = (view: CorpusView, before: string, title = ''): Ranked =>
  completerOf(view).rank(before, title, ranker);

/**
 * Work ahead while nobody asks: what the draft before the cursor is about. One call is a fraction of a millisecond;
 * false: there is no more to do. `complete` does the same in small pieces, so answers come at once and grow better.
 */
export function prepareCompletion(
  view: CorpusView,
  { before, title }: Pick<CompletionRequest, 'before' | 'title'>,
): boolean {
  return completerOf(view).prepare(before.replaceAll('\r', ''), title ?? '');
}

function continueText(
  view: CorpusView,
  completer: Completer,
  before: string,
  request: CompletionRequest,
): Continuation[] {
  if (before === '') return [];
  const ranked = completer.rank(before, request.title ?? '', ranker);
  const chosen = chooseContinuations(ranked, before, request, leanToWriter(ranked, before, request));
  const replace = chosen[0] ? wordAtCursor(view, before, ranked, chosen[0]) : 0;
  const word = before.slice(before.length - replace);
  return chosen.map(candidate => ({
    text: word + candidate.text,
    replace,
    ...countedSources(view, before, candidate.text, ranked.contextLength(candidate)),
  }));
}

/** What the letters at the cursor stand for: first what may follow the text before them, then what recurs anywhere. */
function spellOut(
  view: CorpusView,
  completer: Completer,
  before: string,
  letters: string,
  request: CompletionRequest,
): Continuation[] {
  const fuzzy = request.fuzzyPinyin ?? [];
  const context = before.slice(0, before.length - letters.length);
  const ranked = completer.rank(context, request.title ?? '', ranker, text => matchPinyin(text, letters, fuzzy) > 0);
  if (fuzzy.length > 0) preferExact(ranked, letters);
  const { recall, refused } = leanToWriter(ranked, context, request);
  const following = chooseSet(ranked.pool, ranked.probability, request.limit, 0)
    .map(index => ranked.pool[index]!)
    .filter(({ text }) => !isRefused(text, refused))
    .map(candidate => ({
      text: candidate.text,
      replace: letters.length,
      ...countedSources(view, context, candidate.text, ranked.contextLength(candidate)),
    }));
  const offered = new Set(following.map(({ text }) => text));
  const found = completer.phrases().find(letters, recall || refused.length > 0 ? MOST_FOUND : request.limit, fuzzy);
  const anywhere = mostTaken(found, recall?.taken)
    .filter(({ text }) => !isRefused(text, refused))
    .slice(0, request.limit)
    .filter(({ text }) => !offered.has(text))
    .map(({ text }) => ({ text, replace: letters.length, ...countedSources(view, '', text, 0) }))
    .filter(({ articles }) => articles > 0);
  return mostTaken([...following, ...anywhere], recall?.takenHere).slice(0, request.limit);
}

/** A reading that is meant exactly is likelier than one that only sounds alike. */
function preferExact({ pool, probability }: Ranked, letters: string): void {
  pool.forEach(({ text }, i) => {
    if (matchPinyin(text, letters, []) === 0) probability[i]! *= SOUNDS_ALIKE;
  });
}

/** What is known of the writer at this place. */
interface Leaning {
  readonly recall: Recall | undefined;
  readonly refused: readonly string[];
}

/** Brings the writer's own choices into the probabilities. Without any, nothing changes. */
function leanToWriter({ pool, probability }: Ranked, before: string, request: CompletionRequest): Leaning {
  const recall = request.choices?.recall(before);
  const refused = refusedHere(request.refused ?? [], before);
  recall?.lean(pool, probability);
  dropRefused(pool, probability, refused);
  return { recall, refused };
}

/** What was taken most comes first; all else stays in its order. */
function mostTaken<Item extends { readonly text: string }>(
  items: readonly Item[],
  taken: ((text: string) => number) | undefined,
): readonly Item[] {
  if (!taken) return items;
  const weights = new Map(items.map(item => [item, taken(item.text)]));
  return [...items].sort((a, b) => weights.get(b)! - weights.get(a)!);
}

/** Where a continuation was found: counted with the last word or two of its context. */
function countedSources(view: CorpusView, before: string, text: string, contextLength: number) {
  // Not seen after a context that was looked at: it may still be in the corpus, unless only the draft has it.
  const context = contextLength > 0 ? Math.min(COUNTED_CONTEXT, contextLength) : knownContext(view, before, text);
  if (before !== '' && context === 0) return { articles: 0, occurrences: 0, source: null };
  const { occurrences, articles, newest } = phraseSources(view, before.slice(before.length - context) + text);
  return {
    articles,
    occurrences,
    source: newest && { segment: newest.segment, position: newest.position + context },
  };
}

/** Length of the longest context, of a word or two, after which the corpus has `text`; 0: it has not. */
function knownContext(view: CorpusView, before: string, text: string): number {
  for (let length = Math.min(COUNTED_CONTEXT, before.length); length >= 2; length--) {
    const phrase = before.slice(before.length - length) + text;
    if (view.some(segment => !isEmpty(suffixRange(segment, phrase)))) return length;
  }
  return 0;
}

const isEmpty = ({ lo, hi }: SuffixRange): boolean => lo === hi;

function chooseContinuations(
  ranked: Ranked,
  before: string,
  { after, limit }: CompletionRequest,
  { recall, refused }: Leaning,
): PooledCandidate[] {
  const { pool, probability } = ranked;
  const chosen = chooseSet(pool, probability, limit + SPARE, LEAST_GAIN).filter(
    index => !isRefused(pool[index]!.text, refused),
  );
  const known = ranked.knownLength;
  // Within a clause, what follows one character anywhere is chance.
  if (known === 1 && ranked.previousIsHan) return [];
  const isKnown =
    known >= (ranked.characters < SMALL_CORPUS ? KNOWN_IN_SMALL : KNOWN_CONTEXT) &&
    !isOnlyFunctionWords(before.slice(before.length - known));
  // Whoever has refused what is likely here is not to be asked again with what is not.
  if ((!isKnown || refused.length > 0) && hitProbability(pool, probability, chosen) < LEAST_HIT) return [];
  const seen = new Set<string>();
  const inOrder = mostTaken(
    chosen.map(index => pool[index]!),
    recall?.takenHere,
  );
  return inOrder
    .map(candidate => ({ ...candidate, text: withoutWhatFollows(candidate.text, after) }))
    .filter(({ text }) => text.length >= LEAST_LENGTH && !seen.has(text) && seen.add(text))
    .slice(0, limit);
}

/** How probable it is that one of the chosen is right: the sum over those that extend no other. */
function hitProbability(
  pool: readonly PooledCandidate[],
  probability: Float64Array,
  chosen: readonly number[],
): number {
  const isChosen = new Set(chosen);
  return chosen.reduce((sum, index) => {
    for (let above = pool[index]!.prefix; above >= 0; above = pool[above]!.prefix) if (isChosen.has(above)) return sum;
    return sum + probability[index]!;
  }, 0);
}

/** Longest word a cursor may stand in. */
const LONGEST_WORD = 4;

/** How many characters before the cursor belong to the word that the best continuation goes on with. */
function wordAtCursor(view: CorpusView, before: string, ranked: Ranked, best: PooledCandidate): number {
  const context = ranked.contextLength(best);
  if (context === 0 || ranked.wordStartsHere > 0.5) return 0;
  const { newest } = phraseSources(view, before.slice(before.length - context) + best.text);
  if (!newest) return 0;
  const segment = view[newest.segment]!;
  for (let back = 0; back <= Math.min(LONGEST_WORD, context); back++) {
    if (segment.isWordStart(newest.position + context - back)) return back;
  }
  return 0;
}
