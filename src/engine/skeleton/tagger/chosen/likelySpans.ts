import { bestSpans, type Scored } from './bestSpans';

/** What is worth less is in no way to choose that counts. */
const LEAST = -10;

/**
 * How probable it is, for each UTF-16 offset, that the letter there is in a chosen span: of all ways to choose, forwards and backwards
 * (Rabiner 1989). Several weak candidates over one stretch make it a likely particular though none of them is.
 */
export function coverage(candidates: readonly Scored[], length: number): Float64Array {
  const byEnd: Scored[][] = Array.from({ length: length + 1 }, () => []);
  const byStart: Scored[][] = Array.from({ length: length + 1 }, () => []);
  for (const candidate of candidates) {
    if (candidate.score < LEAST) continue;
    byEnd[candidate.end]!.push(candidate);
    byStart[candidate.start]!.push(candidate);
  }
  const forwards = new Float64Array(length + 1);
  const backwards = new Float64Array(length + 1);
  for (let at = 1; at <= length; at++)
    forwards[at] = byEnd[at]!.reduce(
      (sum, { start, score }) => logSum(sum, forwards[start]! + score),
      forwards[at - 1]!,
    );
  for (let at = length - 1; at >= 0; at--)
    backwards[at] = byStart[at]!.reduce(
      (sum, { end, score }) => logSum(sum, backwards[end]! + score),
      backwards[at + 1]!,
    );
  // The ways that leave a letter out pass it alone.
  return Float64Array.from({ length }, (_, at) => 1 - Math.exp(forwards[at]! + backwards[at + 1]! - forwards[length]!));
}

/** A letter is worth a slot from this probability on: last year's figure handed in is far worse than a fixed word to be typed again. */
const WORTH_A_SLOT = 0.2;
/** Between spans that cover the same letters the better one decides, by so much of its score at most. */
const OF_SCORE = 0.1;
const MOST_SCORE = 3;
/** Nobody would choose it, whatever stands around it. */
const HOPELESS = -8;
/** Of two ways to cover the same, that of fewer spans. */
const OF_SPAN = 0.001;

/** The spans that cover most of what is probably a particular (`shares`) and least of what is not, none over another, ascending. */
export function likelySpans<Candidate extends Scored>(
  candidates: readonly Candidate[],
  length: number,
  shares = coverage(candidates, length),
): Candidate[] {
  const sums = new Float64Array(length + 1);
  shares.forEach((share, at) => {
    sums[at + 1] = sums[at]! + share - WORTH_A_SLOT;
  });
  const possible = candidates.filter(({ score }) => score >= HOPELESS);
  const weighed = possible.map((candidate, number) => ({
    start: candidate.start,
    end: candidate.end,
    number,
    score:
      sums[candidate.end]! -
      sums[candidate.start]! +
      OF_SCORE * Math.max(-MOST_SCORE, Math.min(MOST_SCORE, candidate.score)) -
      OF_SPAN,
  }));
  return bestSpans(weighed, length).map(({ number }) => possible[number]!);
}

const logSum = (a: number, b: number): number =>
  a > b ? a + Math.log1p(Math.exp(b - a)) : b + Math.log1p(Math.exp(a - b));
