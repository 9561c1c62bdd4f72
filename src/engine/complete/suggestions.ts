import type { CorpusView } from '../index/segment';
import { type Beginnings, createBeginnings } from './beginnings/beginnings';
import { type Completer, type CompleterParts, createCompleter } from './completer';
import { continueText } from './continueText';
import type { FuzzyPair } from './pinyin/fuzzyPinyin';
import { spellOut } from './pinyin/spellOut';
import { typedLetters } from './pinyin/typedLetters';
import type { Completion, CompletionOptions, Draft } from './request';

/** All that may be suggested from one view. Answers depend on their arguments, and on how far a draft has been taken in. */
export interface Suggestions extends Pick<Completer, 'view' | 'directory' | 'likenessTo' | 'forgetTopic'> {
  /** Ranked continuations, best first; empty rather than noise. Never throws; bounded time, whatever the corpus. */
  complete(draft: Draft, options: CompletionOptions): Completion;
  /** What speeches begin with at the cursor, best first; nothing where the draft is past its beginning. */
  beginnings: Beginnings['find'];
  /** All that may follow, each with its probability: for whoever chooses otherwise than the list. */
  rank(draft: Draft): ReturnType<Completer['rank']>;
  /** Phrases that recur in the corpus and are spelled by the letters, or begin so, best first: `scx` → 守初心. */
  spelled(letters: string, limit: number, fuzzy: readonly FuzzyPair[]): string[];
  /**
   * Work ahead while nobody asks: what the draft before the cursor is about, and what it may begin with. One call is a millisecond or
   * less; false: there is no more to do. `complete` does the same in small pieces, so answers come at once and grow better.
   */
  prepare(draft: Draft): boolean;
}

/**
 * Suggestions from a view. Made once for a view and kept, for it remembers what the drafts are about:
 *
 *     const suggestions = createSuggestions(view);
 *     suggestions.complete({ before: '推动高', after: '' }, { limit: 5 }).phrases[0].text → '高质量发展'
 */
export function createSuggestions(view: CorpusView, parts: CompleterParts = {}): Suggestions {
  const completer = createCompleter(view, parts);
  const beginnings = createBeginnings(view);
  return {
    view,
    directory: completer.directory,
    likenessTo: completer.likenessTo,
    forgetTopic: completer.forgetTopic,
    complete(draft, options) {
      const given = withoutReturns(draft);
      const letters = options.pinyin ? typedLetters(given.before) : '';
      return letters === '' ? continueText(completer, given, options) : spellOut(completer, given, letters, options);
    },
    spelled: (letters, limit, fuzzy) =>
      completer
        .phrases()
        .find(letters, limit, fuzzy)
        .map(({ text }) => text),
    beginnings: beginnings.find,
    rank: draft => completer.rank(withoutReturns(draft)),
    prepare: draft => completer.prepare(withoutReturns(draft)) || beginnings.prepare(draft),
  };
}

/** The corpus has line feeds alone. */
const withoutReturns = (draft: Draft): Draft =>
  draft.before.includes('\r') ? { ...draft, before: draft.before.replaceAll('\r', '') } : draft;
