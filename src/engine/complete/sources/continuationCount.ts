import { suffixRanges } from '../../index/suffixes/suffixRange';
import type { ArticleDirectory } from '../../passages/articleDirectory';
import { byAge, countArticles, type DatedOccurrence } from '../../passages/countArticles';
import type { Continuation } from '../request';

/** An item is counted together with so much of its context: more would count one article each, less says nothing. */
const COUNTED_CONTEXT = 4;

/** `context`: so much of what stands before was counted, too. */
type Count = Pick<Continuation, 'articles' | 'occurrences' | 'estimated' | 'source'> & { readonly context: number };

const ONLY_IN_DRAFT: Count = { articles: 0, occurrences: 0, estimated: false, source: null, context: 0 };

/**
 * In how many articles a continuation stands after the last word or two of its context, and where it is newest.
 *
 * @param shown so much of what stands before is shown with it, and is to be counted where the corpus knows it
 */
export function countContinuation(
  directory: ArticleDirectory,
  before: string,
  text: string,
  contextLength: number,
  shown = 0,
): Count {
  const { view } = directory;
  // Not seen after a context that was looked at: it may still be in the corpus, unless only the draft has it.
  const context =
    contextLength > 0
      ? Math.min(Math.max(COUNTED_CONTEXT, shown), contextLength)
      : knownContext(directory, before, text);
  if (before !== '' && context === 0) return ONLY_IN_DRAFT;
  const phrase = before.slice(before.length - context) + text;
  const { newest, ...count } = countArticles(view, phrase, { directory });
  const place = newestOf(newest);
  return { ...count, context, source: place && { segment: place.segment, position: place.position + context } };
}

/** Length of the longest context, of a word or two, after which the corpus has `text`; 0: it has not. */
function knownContext({ view }: ArticleDirectory, before: string, text: string): number {
  for (let length = Math.min(COUNTED_CONTEXT, before.length); length >= 2; length--) {
    if (suffixRanges(view, before.slice(before.length - length) + text).total > 0) return length;
  }
  return 0;
}

/** The newest of the places; null where there is none. */
function newestOf(places: readonly DatedOccurrence[]): DatedOccurrence | null {
  return places.reduce<DatedOccurrence | null>((best, place) => (best && byAge(best, place) <= 0 ? best : place), null);
}
