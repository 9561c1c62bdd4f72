import { goesOnInBackground } from '../background/goesOn';
import type { CorpusView } from '../index/segment';
import { isOnlyFunctionWords } from '../passages/functionWords';
import { admission } from './admission/admit';
import { isTitle } from './admission/ownWording';
import type { Completer } from './completer';
import type { Ranked } from './ranked';
import type { PooledCandidate } from './ranking/candidates';
import { chooseSet, hitProbability } from './ranking/chooseSet';
import { asOneIdea } from './ranking/oneIdea';
import type { Rest } from './ranking/wholeWording';
import type { Completion, CompletionOptions, Continuation, Draft } from './request';
import { countContinuation } from './sources/continuationCount';
import { withoutOverlap } from './withoutOverlap';
import { wordAtCursor, wordInCorpus } from './wordAtCursor';
import { type Leaning, leanToWriter, mostTaken } from './writer/leaning';
import { isRefused } from './writer/refusals';

/** An item must be expected to save this many keystrokes, or it is noise. */
const LEAST_GAIN = 0.003;
/** A list must hold the right item this probably, or there is none. Whether it opens by itself is decided elsewhere, and asks for more. */
const LEAST_HIT = 0.02;
/** What comes so probably does not follow by chance, where a background has been heard, too. */
const LIKELY = 0.03;
/** After so many known characters the corpus has something to say; the fewer it has, the more a match tells. */
const KNOWN_CONTEXT = 4;
const KNOWN_IN_SMALL = 2;
const SMALL_CORPUS = 1_000_000;
/** One character is typed as fast as taken. */
const LEAST_LENGTH = 2;
/** Chosen beyond the limit, for some may stand after the cursor already. */
const SPARE = 4;

const NOTHING: Completion = { phrases: [], isSpelled: false };

/** What goes on at a cursor behind Han characters or marks. */
export function continueText(completer: Completer, draft: Draft, options: CompletionOptions): Completion {
  const { before } = draft;
  if (before === '') return NOTHING;
  const ranked = completer.rank(draft);
  const leaning = leanToWriter(ranked, before, options);
  const chosen = choose(completer, ranked, draft, options, leaning);
  if (!chosen[0]) return NOTHING;
  const words = wordsAtCursor(completer.view, before, ranked, chosen);
  const phrases = chosen.map((candidate, row) => {
    const known = ranked.contextLength(candidate);
    const { context, ...count } = countContinuation(completer.directory, before, candidate.text, known, words[row]);
    // No more is shown than articles were counted with: 二十届四中|全会 as 四中全会, where the corpus has 十九届四中全会 alone.
    const isCounted = context === 0 || words[row]! <= context;
    const replace = isCounted ? words[row]! : wordInCorpus(completer.view, before.slice(-context), candidate.text);
    const isCommon = count.articles === 0 && ranked.isOnlyInBackground(candidate);
    return {
      text: before.slice(before.length - replace) + candidate.text,
      replace,
      probability: candidate.probability,
      ...count,
      ...(isCommon && { isCommon }),
      ...(candidate.step !== undefined && { step: replace + candidate.step }),
    };
  });
  const inYears = completer.datedLast(phrases, options.years ?? 0);
  // What the writer says themselves is not out of date.
  const isOwn = ({ text, replace }: Continuation) => (leaning.recall?.takenHere(text.slice(replace)) ?? 0) > 0;
  return { phrases: [...inYears.filter(isOwn), ...inYears.filter(phrase => !isOwn(phrase))], isSpelled: false };
}

/** Of each row: how much of the word that it goes on with is written already. A row that goes on with another has the same word. */
function wordsAtCursor(view: CorpusView, before: string, ranked: Ranked, chosen: readonly Chosen[]): number[] {
  const shortest = (text: string) =>
    chosen.reduce((found, other) => (found.text.startsWith(other.text) ? other : found), { text });
  const lengths = new Map<string, number>();
  return chosen.map(({ text }) => {
    const first = chosen.find(other => other.text === shortest(text).text)!;
    const known = lengths.get(first.text) ?? wordAtCursor(view, before, first.text, ranked.contextLength(first));
    lengths.set(first.text, known);
    return known;
  });
}

/** A candidate that stands in the list. */
interface Chosen extends PooledCandidate {
  readonly probability: number;
  /** Its first step, where it is taken in two. */
  readonly step?: number;
}

function choose(
  completer: Completer,
  ranked: Ranked,
  draft: Draft,
  { limit, admits }: CompletionOptions,
  { recall, refused }: Leaning,
): readonly Chosen[] {
  const { pool } = ranked;
  const { before, after = '' } = draft;
  const probability = ranked.probability.slice(); // admission asks for what it was
  const isAdmitted = admission(ranked, draft, admits);
  const indices = chooseSet(pool, probability, limit + SPARE, LEAST_GAIN, { isAdmitted }).filter(
    index => !isRefused(pool[index]!.text, refused) && !isByChance(ranked, pool[index]!, probability[index]!),
  );
  const hit = hitProbability(pool, probability, indices);
  if (!isWorthShowing(ranked, before, hit, refused)) return [];
  const seen = new Set<string>();
  const isOwn = (text: string) => (recall?.takenHere(text) ?? 0) > 0;
  const inOrder = mostTaken(
    indices.map(index => ({ ...pool[index]!, probability: probability[index]! })),
    recall?.takenHere,
  );
  const rows = inOrder
    .flatMap(row => (isOwn(row.text) ? [row] : wholeRow(completer, ranked, draft, row, admits)))
    .filter(({ text }) => !isRefused(text, refused))
    .map(candidate => ({ ...candidate, text: withoutOverlap(candidate.text, after) }))
    .filter(({ text }) => text.length >= LEAST_LENGTH && !seen.has(text) && seen.add(text));
  return asOneIdea(rows, isOwn).slice(0, limit);
}

/** A row that stops half-way goes on as nearly all articles do; where that has no place in a list, nor has its half. */
function wholeRow(
  { restOfWording }: Completer,
  ranked: Ranked,
  { before, title = '' }: Draft,
  row: Chosen,
  admits: CompletionOptions['admits'] = () => true,
): readonly Chosen[] {
  if (row.endsWithMark) return [row];
  const known = before.slice(-LONGEST_KNOWN) + row.text;
  const mostPlaces = (length: number) => ranked.mostPlaces(row, length - row.length);
  const rest = restOfWording(known, mostPlaces) ?? restInBackground(ranked, row, known);
  if (!rest) return [row];
  const text = row.text + rest.text;
  if (isTitle(text, title) || !admits(text)) return [];
  return [{ ...row, text, length: text.length, probability: row.probability * rest.share }];
}

/** What only the background has, it alone can say more about. */
function restInBackground({ phraseTree, isOnlyInBackground }: Ranked, row: Chosen, known: string): Rest | null {
  const text = phraseTree && isOnlyInBackground(row) ? goesOnInBackground(phraseTree, known) : '';
  return text === '' ? null : { text, share: 1 };
}

/** So much of the draft tells how a row goes on. UTF-16 code units. */
const LONGEST_KNOWN = 12;

/** Is a list that is right so probably better than none? Decided from what is known at the cursor. */
function isWorthShowing(ranked: Ranked, before: string, hit: number, refused: readonly string[]): boolean {
  const known = ranked.knownLength;
  // Within a clause, what follows one character anywhere in a folder is chance; not so in a great collection.
  if (known === 1 && ranked.previousIsHan && !ranked.phraseTree) return false;
  const isKnown =
    known >= (ranked.characters < SMALL_CORPUS ? KNOWN_IN_SMALL : KNOWN_CONTEXT) &&
    !isOnlyFunctionWords(before.slice(before.length - known));
  // Whoever has refused what is likely here is not to be asked again with what is not.
  return (isKnown && refused.length === 0) || hit >= LEAST_HIT;
}

/** In a small corpus, what follows only the last character of a known context is chance: `干部|` is not gone on with as 部署. */
function isByChance(ranked: Ranked, candidate: PooledCandidate, probability: number): boolean {
  const { characters, previousIsHan, phraseTree } = ranked;
  return (
    !(phraseTree && probability >= LIKELY) &&
    characters < SMALL_CORPUS &&
    previousIsHan &&
    ranked.contextLength(candidate) === 1 &&
    ranked.backgroundLength(candidate) === 0
  );
}
