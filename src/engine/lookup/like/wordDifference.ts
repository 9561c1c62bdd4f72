import type { Span } from '../../text/sentences';

/** Two texts, word by word. */
export interface WordDifference {
  /** 0 to 1: the weight of what both have, in order, twice over the weight of both (Dice). */
  readonly similarity: number;
  /** Stretches of the second text that the first has not, as UTF-16 offsets, ascending. */
  readonly differs: readonly Span[];
  /** Stretches that stand for each other between words that both have; either may be empty, not both. */
  readonly replaced: readonly { readonly mine: Span; readonly theirs: Span }[];
}

/** A word or mark of a text and its place. */
export interface PlacedWord extends Span {
  readonly text: string;
}

/** Words beyond these are not compared: the table grows with the product. */
const MOST_WORDS = 160;

/**
 * The longest common subsequence of two texts by the weight of their words (Hirschberg 1977 names the problem; a plain table is
 * enough for a sentence). `压实|责任` and `压实|主体|责任` differ by 主体.
 *
 * @param weightOf how much a word says; marks next to nothing
 */
export function wordDifference(
  mine: readonly PlacedWord[],
  theirs: readonly PlacedWord[],
  weightOf: (word: string) => number,
): WordDifference {
  const [a, b] = [mine.slice(0, MOST_WORDS), theirs.slice(0, MOST_WORDS)];
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const without = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      const isSame = a[i]!.text === b[j]!.text;
      const together = isSame ? weightOf(a[i]!.text) + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(without, together);
    }
  }
  const all = [...mine, ...theirs].reduce((sum, { text }) => sum + weightOf(text), 0);
  const gaps = gapsBetween(pairs(a, b, best, width, weightOf), a, b);
  return {
    similarity: all > 0 ? (2 * best[0]!) / all : 0,
    differs: gaps.map(({ theirs: span }) => span).filter(({ start, end }) => end > start),
    replaced: gaps,
  };
}

/** The words of the best subsequence, as pairs of numbers. */
function pairs(
  a: readonly PlacedWord[],
  b: readonly PlacedWord[],
  best: Float64Array,
  width: number,
  weightOf: (word: string) => number,
): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = best[i * width + j]!;
    const isSame = a[i]!.text === b[j]!.text;
    if (isSame && here === weightOf(a[i]!.text) + best[(i + 1) * width + j + 1]!) found.push([i++, j++]);
    else if (here === best[(i + 1) * width + j]!) i++;
    else j++;
  }
  return found;
}

function gapsBetween(
  common: readonly (readonly [number, number])[],
  a: readonly PlacedWord[],
  b: readonly PlacedWord[],
): { mine: Span; theirs: Span }[] {
  const gaps: { mine: Span; theirs: Span }[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of [...common, [a.length, b.length] as const]) {
    const gap = { mine: spanOf(a, i, nextI), theirs: spanOf(b, j, nextJ) };
    if (nextI > i || nextJ > j) gaps.push(gap);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return gaps;
}

/** Of the words [from, to); where these are none, the place before the next one. */
function spanOf(words: readonly PlacedWord[], from: number, to: number): Span {
  const start = words[from]?.start ?? words.at(-1)?.end ?? 0;
  return { start, end: to > from ? words[to - 1]!.end : start };
}
