import type { SayingOffer } from './offer';

/** So much of a saying must be typed, in UTF-16 code units; with one more it is meant, and the list opens for it. */
const FEWEST = 2;
const CLEAR = 3;
/** More of the text before the cursor is not looked at: sayings are sentences. */
const REACH = 60;
/** Rows: they stand before all others. */
const MOST = 2;
const CLAUSE = /[，、；：。！？…“”‘’《》（）\s]/;

/**
 * The writer's kept sayings that go on at the cursor: what is typed is the beginning of one of their clauses, from a clause of the
 * draft on. The longest typed comes first.
 *
 *     sayingOffers('…。功成不必', ['功成不必在我，功成必定有我']) → [{ text: '在我，功成必定有我', isClear: true, … }]
 */
export function sayingOffers(before: string, sayings: readonly string[]): SayingOffer[] {
  const tail = before.slice(-REACH);
  const found: (SayingOffer & { typed: number })[] = [];
  for (const saying of sayings) {
    const typed = longestTyped(tail, saying);
    if (!typed || typed.end === saying.length) continue;
    const length = typed.end - typed.start;
    found.push({
      kind: 'saying',
      text: saying.slice(typed.end),
      replace: 0,
      saying,
      isClear: length >= CLEAR,
      typed: length,
    });
  }
  const best = found.sort((a, b) => b.typed - a.typed || a.text.length - b.text.length);
  return best.slice(0, MOST).map(({ typed: _, ...offer }) => offer);
}

/** The longest end of the text that begins at a clause, there and in the saying; undefined where none is long enough. */
function longestTyped(tail: string, saying: string): { start: number; end: number } | undefined {
  for (let at = 0; at <= tail.length - FEWEST; at++) {
    if (at > 0 && !CLAUSE.test(tail[at - 1]!)) continue;
    const typed = tail.slice(at);
    for (let start = saying.indexOf(typed); start >= 0; start = saying.indexOf(typed, start + 1)) {
      if (start === 0 || CLAUSE.test(saying[start - 1]!)) return { start, end: start + typed.length };
    }
  }
  return undefined;
}
