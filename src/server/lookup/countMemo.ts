import type { CorpusView } from '../../engine/index/segment';
import { countOccurrences } from '../../engine/index/suffixes/suffixRange';

/** Texts that are remembered: the words of some hundred articles with what may stand behind them. */
const MOST = 300_000;

/**
 * How often the corpus has a text, each looked up once: the same words come again in every article that is compared. Forgotten when the
 * corpus has changed.
 */
export function createCountMemo(): (view: CorpusView) => (text: string) => number {
  let known = new Map<string, number>();
  let of: CorpusView | undefined;
  return view => {
    if (of !== view) known = new Map();
    of = view;
    return text => {
      let count = known.get(text);
      if (count === undefined) {
        if (known.size >= MOST) known.clear();
        count = countOccurrences(view, text);
        known.set(text, count);
      }
      return count;
    };
  };
}
