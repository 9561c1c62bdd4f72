import { wordAt } from './structuralWords';

/** Does a word of the segmenter begin at this UTF-16 offset? */
export type WordStarts = (offsetUtf16: number) => boolean;

/** A stretch of text as structural words and single characters. */
export interface Tokens {
  readonly text: string;
  /** What a token is: the same for words that may stand for each other. */
  readonly ids: readonly number[];
  /** UTF-16 offset in `text` of each token, and of the end. */
  readonly offsets: readonly number[];
  /** Does a word begin at this offset of the paragraph, in which `text` begins at `start`? Where a segmenter has said so. */
  readonly isWordStart: WordStarts | undefined;
  readonly start: number;
}

/** Longer stretches are not compared: no writer builds them in parallel, and comparing costs their product. */
export const MAX_TOKENS = 64;

/**
 * Cuts a text into tokens, the first {@link MAX_TOKENS} of them: `必须始终保持` → 必须, 始终, 保持. A draft has those of all its clauses
 * in memory, so the lists are as long as what they hold: one that has grown has room for 16 more.
 */
export function tokenise(text: string, isWordStart?: WordStarts, start = 0): Tokens {
  const ids: number[] = [];
  const offsets = [0];
  let offset = 0;
  while (offset < text.length && ids.length < MAX_TOKENS) {
    const word = wordAt(text, offset);
    ids.push(word?.id ?? text.charCodeAt(offset));
    offset += word?.length ?? 1;
    offsets.push(offset);
  }
  return {
    text: offset < text.length ? text.slice(0, offset) : text,
    ids: ids.slice(),
    offsets: offsets.slice(),
    isWordStart,
    start,
  };
}

/** The token that begins at this offset of a text. */
export function leadingToken(text: string, offset: number): number {
  return wordAt(text, offset)?.id ?? text.charCodeAt(offset);
}

/** The text of the tokens [from, to). */
export function textOf({ text, offsets }: Tokens, from: number, to: number): string {
  return text.slice(offsets[from], offsets[to]);
}
