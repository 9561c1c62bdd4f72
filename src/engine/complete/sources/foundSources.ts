import type { CorpusView } from '../../index/segment';
import { type SuffixRange, suffixRange } from '../../index/suffixRange';
import type { Ranked } from '../completer';
import type { PooledCandidate } from '../ranking/features';
import { phraseSources } from './phraseSources';

/** An item is counted together with so much of its context: more would count one article each, less says nothing. */
const COUNTED_CONTEXT = 4;

/** Where a continuation was found: counted with the last word or two of its context. */
export function countedSources(view: CorpusView, before: string, text: string, contextLength: number) {
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

/** Longest word a cursor may stand in. */
const LONGEST_WORD = 4;

/** How many characters before the cursor belong to the word that the best continuation goes on with. */
export function wordAtCursor(view: CorpusView, before: string, ranked: Ranked, best: PooledCandidate): number {
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
