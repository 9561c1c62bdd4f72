import type { Segment } from '../index/segment';
import { isClosing, isOpening } from '../text/punctuation';
import { isFunctionWord } from './functionWords';

/** A stretch [start, end) relative to an occurrence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

interface Token extends Stretch {
  readonly text: string;
  readonly isWord: boolean;
}

/** Particles belong to the word before them: a wording neither starts with one nor ends with one. */
const PARTICLES = new Set(['的', '地', '得', '了', '着', '过', '之', '等', '们']);

/**
 * The longest run of whole words within the `length` code units at `position` that covers the one at `inside`.
 * Null unless it has two words or more, one of them more than a function word. Words are those of this very place:
 * of `量发展新格|` in 高质量|发展|新|格局 it leaves `发展|新`.
 */
export function trimToWords(segment: Segment, position: number, length: number, inside: number): Stretch | null {
  const tokens = wholeTokens(segment, position, length);
  let first = 0;
  let last = tokens.length - 1;
  while (first <= last && !mayStart(tokens, first, last) && tokens[first]!.end <= inside) first++;
  while (last >= first && !mayEnd(tokens, first, last) && tokens[last]!.start > inside) last--;
  const kept = tokens.slice(first, last + 1);
  const start = kept[0]?.start ?? 0;
  const end = kept.at(-1)?.end ?? 0;
  const words = kept.filter(token => token.isWord);
  const isWording = words.length >= 2 && words.some(({ text }) => !isFunctionWord(text));
  return isWording && start <= inside && inside < end ? { start, end } : null;
}

/** Tokens that lie wholly within the stretch: what is cut at its two edges is left out. */
function wholeTokens(segment: Segment, position: number, length: number): Token[] {
  const text = segment.slice(position, position + length);
  const tokens: Token[] = [];
  let start = -1;
  for (let i = 0; i <= length; i++) {
    // A mark is a token of its own, whether or not the segmenter starts a word at it.
    const isEdge = segment.isWordStart(position + i) || isMark(text[i]) || isMark(text[i - 1]);
    if (!isEdge) continue;
    if (start >= 0) {
      const token = text.slice(start, i);
      tokens.push({ start, end: i, text: token, isWord: !isMark(token[0]) });
    }
    start = i;
  }
  return tokens;
}

function mayStart(tokens: readonly Token[], first: number, last: number): boolean {
  const { text, isWord } = tokens[first]!;
  if (isWord) return !PARTICLES.has(text);
  return isOpening(text.charCodeAt(0)) && tokens.slice(first + 1, last + 1).some(token => closes(token));
}

function mayEnd(tokens: readonly Token[], first: number, last: number): boolean {
  const token = tokens[last]!;
  if (token.isWord) return !PARTICLES.has(token.text);
  return closes(token) && tokens.slice(first, last).some(({ text }) => isOpening(text.charCodeAt(0)));
}

function closes({ text }: Token): boolean {
  return isClosing(text.charCodeAt(0));
}

function isMark(character: string | undefined): boolean {
  return character !== undefined && character !== '' && !/[\p{L}\p{N}\p{M}]/u.test(character) && !isHalfPair(character);
}

/** Halves of a surrogate pair are no marks: rare characters are words too. */
function isHalfPair(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdfff;
}
