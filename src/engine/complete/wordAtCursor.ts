import { countArticles } from '../passages/countArticles';
import type { Completer, Ranked } from './completer';
import type { PooledCandidate } from './ranking/candidates';
import { newestOf } from './sources/continuationCount';

/** Longest word a cursor may stand in. */
const LONGEST_WORD = 4;
/** Occurrences looked at to find a new one: words hardly change. */
const LOOK = 48;

/** How many characters before the cursor belong to the word that the best continuation goes on with: `推动高|` → 1. */
export function wordAtCursor(
  { view, directory }: Completer,
  before: string,
  ranked: Ranked,
  best: PooledCandidate,
): number {
  const context = ranked.contextLength(best);
  if (context === 0 || ranked.wordStartsHere > 0.5) return 0;
  const phrase = before.slice(before.length - context) + best.text;
  const place = newestOf(countArticles(view, phrase, { most: LOOK, directory }).newest);
  if (!place) return 0;
  const segment = view[place.segment]!;
  for (let back = 0; back <= Math.min(LONGEST_WORD, context); back++) {
    if (segment.isWordStart(place.position + context - back)) return back;
  }
  return 0;
}
