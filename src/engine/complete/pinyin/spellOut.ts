import type { Completer } from '../completer';
import type { Ranked } from '../ranked';
import { chooseSet } from '../ranking/chooseSet';
import { savedByTaking } from '../ranking/itemValue';
import type { Completion, CompletionOptions, Continuation, Draft } from '../request';
import { countContinuation } from '../sources/continuationCount';
import { leanToWriter, mostTaken } from '../writer/leaning';
import { isRefused } from '../writer/refusals';
import type { PinyinMatcher } from './pinyinMatch';

/** Phrases found by letters among which the writer's own may be. */
const MOST_FOUND = 200;
/** Probability that is left to a reading by a fuzzy pair. */
const SOUNDS_ALIKE = 0.2;

/** What the letters at the cursor stand for: first what may follow the text before them, then what recurs anywhere. */
export function spellOut(completer: Completer, draft: Draft, letters: string, options: CompletionOptions): Completion {
  const { limit, fuzzyPinyin: fuzzy = [] } = options;
  const context = draft.before.slice(0, draft.before.length - letters.length);
  const { admits = () => true } = options;
  const ranked = completer.rank(
    { ...draft, before: context },
    text => completer.pinyin.match(text, letters, fuzzy) > 0 && admits(text),
  );
  if (fuzzy.length > 0) preferExact(ranked, letters, completer.pinyin);
  const { recall, refused } = leanToWriter(ranked, context, options);
  const { pool, probability } = ranked;
  const chosen = chooseSet(pool, probability, limit, 0, { value: savedByTaking }).filter(
    index => !isRefused(pool[index]!.text, refused),
  );
  const spelled = (text: string, before: string, contextLength: number) => {
    const { context: _, ...count } = countContinuation(completer.directory, before, text, contextLength);
    return { text, replace: letters.length, ...count };
  };
  const following = chosen.map(index => {
    const candidate = pool[index]!;
    const phrase = spelled(candidate.text, context, ranked.contextLength(candidate));
    const isCommon = phrase.articles === 0 && ranked.isOnlyInBackground(candidate);
    return { ...phrase, probability: probability[index]!, ...(isCommon && { isCommon }) };
  });
  const offered = new Set(following.map(({ text }) => text));
  // Phrases are those of whole segments: articles that were deleted, or are not asked now, may be all that has one.
  const mayBeDead = completer.view.some(({ hasDead }) => hasDead);
  const isChosen = recall !== undefined || refused.length > 0;
  const found = completer.phrases().find(letters, isChosen || mayBeDead ? MOST_FOUND : limit, fuzzy);
  const anywhere: Continuation[] = [];
  let seen = 0;
  for (const { text } of mostTaken(found, recall?.taken)) {
    if (seen >= limit) break;
    if (!admits(text) || isRefused(text, refused)) continue;
    const phrase = { ...spelled(text, '', 0), probability: 0 };
    if (phrase.articles === 0) continue;
    seen++;
    if (!offered.has(text)) anywhere.push(phrase);
  }
  return {
    phrases: mostTaken(completer.datedLast([...following, ...anywhere], options.years ?? 0), recall?.takenHere).slice(
      0,
      limit,
    ),
    isSpelled: true,
  };
}

/** A reading that is meant exactly is likelier than one that only sounds alike. */
function preferExact({ pool, probability }: Ranked, letters: string, pinyin: PinyinMatcher): void {
  pool.forEach(({ text }, i) => {
    if (pinyin.match(text, letters, []) === 0) probability[i]! *= SOUNDS_ALIKE;
  });
}
