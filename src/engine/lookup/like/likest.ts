import type { Candidate } from '../../passages/search/candidate';
import { hitSentence } from '../../passages/search/hit';
import { isHan } from '../../text/han';
import { segmentWords } from '../../text/segmentWords';
import { type PlacedWord, type WordDifference, wordDifference } from './wordDifference';
import type { WordWeights } from './wordWeights';

/** A candidate that was compared; `order` of those that were found. */
export interface Compared extends WordDifference {
  readonly candidate: Candidate;
  readonly order: number;
  readonly text: string;
}

/** What sums in another order may differ by. */
export const SLACK = 1e-9;

/**
 * Those that are like enough, or so many of them that the `limit` likest texts are among them. Which of the words stand anywhere in a sentence tells how
 * like it can be at most, so that few have to be cut into words.
 */
export function likest(
  candidates: readonly Candidate[],
  mine: readonly PlacedWord[],
  weights: WordWeights,
  least: number,
  limit: number,
): Compared[] {
  const { weightOf, leastWeight } = weights;
  const own = mine.map(({ text }) => ({ text, weight: weightOf(text) }));
  const all = own.reduce((sum, { weight }) => sum + weight, 0);
  const bounded = candidates.map((candidate, order) => {
    const text = hitSentence(candidate);
    return {
      candidate,
      order,
      text,
      most: mostLike(mine, weightOf, word => text.includes(word), leastBeside(text, mine, weights)),
    };
  });
  const found: Compared[] = [];
  const best = new Map<string, number>();
  for (const { candidate, order, text, most } of bounded.sort((a, b) => b.most - a.most)) {
    const wanted = best.size < limit ? least : [...best.values()].sort((a, b) => b - a)[limit - 1]!;
    const needed = Math.max(least, wanted) - SLACK;
    if (most < needed) break;
    const theirs = placedWords(text);
    if (mostAlike(own, all, theirs, leastWeight) < needed) continue;
    const difference = wordDifference(mine, theirs, weightOf);
    if (difference.similarity < least) continue;
    best.set(text, difference.similarity);
    found.push({ candidate, order, text, ...difference });
  }
  return found;
}

/** How like a sentence can be at most that has of these words no more than `may` says, and beside them what weighs so much at least. */
export function mostLike(
  mine: readonly PlacedWord[],
  weightOf: (word: string) => number,
  may: (word: string) => boolean,
  others = 0,
): number {
  let [all, shared] = [0, 0];
  for (const { text } of mine) {
    const weight = weightOf(text);
    all += weight;
    if (may(text)) shared += weight;
  }
  return all > 0 ? (2 * shared) / (all + shared + others) : 0;
}

/** What a text has beside the words weighs so much at least, however it is cut: of what is told here without a look into the corpus. */
function leastBeside(text: string, words: readonly PlacedWord[], { leastOfCharacter }: WordWeights): number {
  if (leastOfCharacter === 0) return 0;
  const isShared = new Uint8Array(text.length);
  for (const { text: word } of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) isShared.fill(1, at, at + word.length);
  let others = 0;
  for (let i = 0; i < text.length; i++) if (isShared[i] === 0 && isHan(text.charCodeAt(i))) others++;
  return others * leastOfCharacter;
}

/** How like a sentence of these words can be at most; of those that it does not share the least weight is enough. */
function mostAlike(
  own: readonly { readonly text: string; readonly weight: number }[],
  all: number,
  theirs: readonly PlacedWord[],
  leastWeight: (word: string) => number,
): number {
  const left = own.map(({ text }) => text);
  let shared = 0;
  let others = 0;
  for (const { text } of theirs) {
    const at = left.indexOf(text);
    if (at < 0) others += leastWeight(text);
    else {
      shared += own[at]!.weight;
      left[at] = '';
    }
  }
  return all > 0 ? (2 * shared) / (all + shared + others) : 0;
}

/** Words and marks with their places. */
export function placedWords(text: string): PlacedWord[] {
  return [...segmentWords(text)].map(({ segment, index }) => ({
    text: segment,
    start: index,
    end: index + segment.length,
  }));
}
