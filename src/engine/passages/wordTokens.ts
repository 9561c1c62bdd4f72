import type { Segment } from '../index/segment';
import { isFunctionWord } from './functionWords';

/** A stretch [start, end) relative to an occurrence. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A word, or a single mark. */
export interface Token extends Stretch {
  readonly text: string;
  readonly isWord: boolean;
  /** A word with matter of its own: neither a function word nor a bare number. */
  readonly isContent: boolean;
}

/** The words and marks that lie wholly within the `length` code units at `position`: what its two edges cut is left out. */
export function wordTokens(segment: Segment, position: number, length: number): Token[] {
  const text = segment.slice(position, position + length);
  const tokens: Token[] = [];
  let start = -1;
  for (let i = 0; i <= length; i++) {
    // A mark is a token of its own, whether or not the segmenter starts a word at it.
    const isEdge = segment.isWordStart(position + i) || isMark(text[i]) || isMark(text[i - 1]);
    if (!isEdge) continue;
    if (start >= 0) tokens.push(tokenOf(text, start, i));
    start = i;
  }
  return tokens;
}

function tokenOf(text: string, start: number, end: number): Token {
  const token = text.slice(start, end);
  const isWord = !isMark(token[0]);
  const isContent = isWord && (isCommonHan(token) || /\p{L}/u.test(token)) && !isFunctionWord(token);
  return { start, end, text: token, isWord, isContent };
}

function isMark(character: string | undefined): boolean {
  if (character === undefined || isCommonHan(character)) return false;
  return !/[\p{L}\p{N}\p{M}]/u.test(character) && !isHalfPair(character);
}

/** Does it begin with a character of the first Chinese plane? Nearly all do, and none of them needs to be looked up. */
function isCommonHan(text: string): boolean {
  const code = text.charCodeAt(0);
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Halves of a surrogate pair are no marks: rare characters are words too. */
function isHalfPair(character: string): boolean {
  const code = character.charCodeAt(0);
  return code >= 0xd800 && code <= 0xdfff;
}
