import type { CorpusView } from '../../index/segment';
import type { Completer, Ranked } from '../completer';
import { chooseSet } from '../ranking/chooseSet';
import type { Ranker } from '../ranking/ranker';
import type { CompletionRequest, Continuation } from '../request';
import { countedSources } from '../sources/foundSources';
import { leanToWriter, mostTaken } from '../writer/leaning';
import { isRefused } from '../writer/refusals';
import { matchPinyin } from './pinyinMatch';

/** Phrases found by letters among which the writer's own may be. */
const MOST_FOUND = 200;
/** Probability that is left to a reading by a fuzzy pair. */
const SOUNDS_ALIKE = 0.2;

/** What the letters at the cursor stand for: first what may follow the text before them, then what recurs anywhere. */
export function spellOut(
  view: CorpusView,
  completer: Completer,
  before: string,
  letters: string,
  request: CompletionRequest,
  ranker: Ranker,
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
