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
  const numberOf = new Map<string, number>();
  const [a, b] = [numbered(mine, weightOf, numberOf), numbered(theirs, weightOf, numberOf)];
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    const { number, weight } = a[i]!;
    for (let j = b.length - 1; j >= 0; j--) {
      const without = Math.max(best[(i + 1) * width + j]!, best[i * width + j + 1]!);
      const together = number === b[j]!.number ? weight + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(without, together);
    }
  }
  const all = [...mine, ...theirs].reduce((sum, { text }) => sum + weightOf(text), 0);
  const gaps = gapsBetween(pairs(a, b, best, width), a, b);
  return {
    similarity: all > 0 ? (2 * best[0]!) / all : 0,
    differs: gaps.map(({ theirs: span }) => span).filter(({ start, end }) => end > start),
    replaced: gaps,
  };
}

/** A word with its weight; equal words have equal numbers. */
interface NumberedWord extends Span {
  readonly number: number;
  readonly weight: number;
}

const numbered = (
  words: readonly PlacedWord[],
  weightOf: (word: string) => number,
  numberOf: Map<string, number>,
): NumberedWord[] =>
  words.slice(0, MOST_WORDS).map(({ text, start, end }) => {
    const number = numberOf.get(text) ?? numberOf.size;
    numberOf.set(text, number);
    return { start, end, number, weight: weightOf(text) };
  });

/** The words of the best subsequence, as pairs of their places in `a` and `b`. */
function pairs(
  a: readonly NumberedWord[],
  b: readonly NumberedWord[],
  best: Float64Array,
  width: number,
): [number, number][] {
  const found: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = best[i * width + j]!;
    const isSame = a[i]!.number === b[j]!.number;
    if (isSame && here === a[i]!.weight + best[(i + 1) * width + j + 1]!) found.push([i++, j++]);
    else if (here === best[(i + 1) * width + j]!) i++;
    else j++;
  }
  return found;
}

function gapsBetween(
  common: readonly (readonly [number, number])[],
  a: readonly Span[],
  b: readonly Span[],
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
function spanOf(words: readonly Span[], from: number, to: number): Span {
  const start = words[from]?.start ?? words.at(-1)?.end ?? 0;
  return { start, end: to > from ? words[to - 1]!.end : start };
}
