import type { CorpusView } from '../index/segment';
import { type Completer, createCompleter, type Ranked } from './completer';
import { continueText } from './continueText';
import { spellOut } from './pinyin/spellOut';
import { typedLetters } from './pinyin/typedLetters';
import { createRanker, type Ranker } from './ranking/ranker';
import weights from './ranking/rankerWeights.json';
import type { CompletionRequest, Continuation } from './request';

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
    ? continueText(view, completer, before, request, ranker)
    : spellOut(view, completer, before, letters, request, ranker);
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
