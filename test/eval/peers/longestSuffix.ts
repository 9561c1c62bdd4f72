import { type Context, contextsBefore } from '../../../src/engine/complete/sources/contexts';
import { type CorpusView, isStop } from '../../../src/engine/index/segment';
import { isEndingMark, isMark } from '../../../src/engine/text/marks';
import type { Predictor } from '../predictor';

const REACH = 24;
const SAMPLES = 200;
const LONGEST = 16;

/**
 * The plain idea: what followed the longest end of the draft that the corpus has, the most frequent first, then what
 * followed shorter ones until the list is full. No blending, no draft, no topic.
 */
export function longestSuffix(view: CorpusView): Predictor {
  return {
    name: 'longest suffix',
    characters: view.reduce((sum, segment) => sum + segment.length, 0),
    every: 1,
    predict(before, limit) {
      const items: string[] = [];
      for (const context of contextsBefore(view, before.slice(-REACH)).reverse()) {
        addMostFrequent(items, continuations(view, context), limit);
        if (items.length === limit) break;
      }
      return items.map(text => ({ text, replace: 0 }));
    },
  };
}

/** Texts up to a word's end or the end of the clause, with how often each follows. */
function continuations(view: CorpusView, { length, ranges, occurrences }: Context): Map<string, number> {
  const counts = new Map<string, number>();
  const stride = Math.max(1, occurrences / SAMPLES);
  ranges.forEach(({ lo, hi }, number) => {
    const segment = view[number]!;
    for (let rank = lo; rank < hi; rank += stride) {
      const start = segment.suffixAt(Math.floor(rank)) + length;
      let text = '';
      for (let i = 0; i < LONGEST; i++) {
        const code = segment.codeAt(start + i);
        if (isStop(code)) break;
        text += String.fromCharCode(code);
        const ends = isEndingMark(code) || (segment.isWordStart(start + i + 1) && !isMark(code));
        if (i > 0 && ends) counts.set(text, (counts.get(text) ?? 0) + 1);
        if (isEndingMark(code)) break;
      }
    }
  });
  return counts;
}

/** Adds those that save most by count; none that says less than a listed one just as frequent. */
function addMostFrequent(items: string[], counts: Map<string, number>, limit: number): void {
  const worth = ([text, count]: [string, number]) => count * (text.length - 1);
  for (const [text, count] of [...counts].sort((a, b) => worth(b) - worth(a))) {
    if (items.length === limit) return;
    if (items.some(item => item === text || (item.startsWith(text) && counts.get(item) === count))) continue;
    items.push(text);
  }
}
