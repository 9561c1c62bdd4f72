import type { CorpusView } from '../index/segment';
import { isOnlyFunctionWords } from '../passages/functionWords';
import type { Completer, Ranked } from './completer';
import { chooseSet } from './ranking/chooseSet';
import type { PooledCandidate } from './ranking/features';
import type { Ranker } from './ranking/ranker';
import type { CompletionRequest, Continuation } from './request';
import { countedSources, wordAtCursor } from './sources/foundSources';
import { withoutWhatFollows } from './whatFollows';
import { type Leaning, leanToWriter, mostTaken } from './writer/leaning';
import { isRefused } from './writer/refusals';

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

/** What goes on at a cursor behind Han characters or marks. */
export function continueText(
  view: CorpusView,
  completer: Completer,
  before: string,
  request: CompletionRequest,
  ranker: Ranker,
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

function chooseContinuations(
  ranked: Ranked,
  before: string,
  { after, limit }: CompletionRequest,
  { recall, refused }: Leaning,
): PooledCandidate[] {
  const { pool, probability } = ranked;
  const chosen = chooseSet(pool, probability, limit + SPARE, LEAST_GAIN).filter(
    index => !isRefused(pool[index]!.text, refused) && !isByChance(ranked, pool[index]!),
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

/** In a small corpus, what follows only the last character of a known context is chance: `干部|` is not gone on with as 部署. */
function isByChance({ characters, previousIsHan, contextLength }: Ranked, candidate: PooledCandidate): boolean {
  return characters < SMALL_CORPUS && previousIsHan && contextLength(candidate) === 1;
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
