import type { CorpusView } from '../../index/segment';
import type { Span } from '../../text/sentences';
import { type Counting, longestMatches, type Match } from './matches';

/**
 * The stretches of [start, end) of at least `least` code units that at least `articles` articles have, ascending; together they cover
 * every such stretch. Of each window the end is looked up before its beginning: where nobody has the end, no window that
 * holds it can be known, and all of them are passed over at once, as in searching from right to left (Boyer, Moore 1977).
 *
 * @param absent gets stretches that were seen to be in fewer articles
 */
export function knownStretches(
  view: CorpusView,
  text: string,
  { start, end }: Span,
  least: number,
  articles: number,
  counting: Counting,
  absent: Span[] = [],
): Span[] {
  const offsets = probes(least);
  const found: Span[] = [];
  for (let window = start; window + least <= end; ) {
    let matches: readonly Match[] = [];
    let failed = -1;
    /** By a probe further behind: windows from `from` on down to the one that ends where its match ends. */
    const blocked: { first: number; last: number }[] = [];
    for (const offset of offsets) {
      const from = window + offset;
      matches = longestMatches(view, text, from, end, least - offset, articles, counting);
      const reach = matches[articles - 1];
      if (!reach) {
        failed = from;
        absent.push({ start: from, end: window + least });
        break;
      }
      blocked.push({ first: from + reach.length - least + 1, last: from });
    }
    if (failed < 0) {
      const { length } = matches[articles - 1]!;
      found.push({ start: window, end: window + length });
      window += length - least + 1;
      continue;
    }
    window = failed + 1;
    for (const { first, last } of blocked.reverse()) if (first <= window) window = Math.max(window, last + 1);
  }
  return found;
}

/** Where in a window of so many code units to look, from its end to its beginning: measured, neither more nor fewer are faster. */
function probes(least: number): number[] {
  return [...new Set([least >> 1, Math.floor(least / 6), 0])];
}
