import type { Segment } from '../../index/segment';
import { type Token, wordTokens } from '../../passages/wordTokens';
import { isSentenceEnd } from '../../text/punctuation';

/** The next word and what stands before it are hardly longer, in UTF-16 code units. */
const NEAR = 12;

/** The word behind `from`, up to `to`, and a mark between. */
export function wordBehind(segment: Segment, from: number, to: number): string {
  const near = Math.min(to, from + NEAR);
  const outward =
    nextWord(wordTokens(segment, from, near - from)) ?? nextWord(wordTokens(segment, from, to - from), true) ?? [];
  return textOf(outward);
}

/** The word before `to`, from `from` on, and a mark between; as they stand. */
export function wordBefore(segment: Segment, from: number, to: number): string {
  const near = Math.max(from, to - NEAR);
  const outward =
    nextWord(wordTokens(segment, near, to - near).reverse()) ??
    nextWord(wordTokens(segment, from, to - from).reverse(), true) ??
    [];
  return textOf(outward.reverse());
}

/** More marks than these in a row are a rule or a row of dots. */
const MOST_MARKS = 2;

/**
 * The next word, with the mark before it where one stands between: behind 抓落实 there is nearly always a comma, which tells no habit.
 *
 * @param isAll these are all tokens of the side; else undefined where more would have to be seen
 */
function nextWord(outward: readonly Token[], isAll = false): Token[] | undefined {
  const taken: Token[] = [];
  for (const token of outward) {
    taken.push(token);
    if (token.isWord || isSentenceEnd(token.text.charCodeAt(0)) || taken.length > MOST_MARKS) return taken;
  }
  return isAll ? taken : undefined;
}

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join('');
