import { isClauseEnd, isClosing, isSentenceEnd } from './punctuation';

/** A stretch [start, end) of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Cuts a paragraph into sentences that together cover it. Marks in a row (！！ ……) and the closing quotes
 * after them belong to the sentence before: `他说：“好。”|大家鼓掌。`
 */
export function splitSentences(text: string): Span[] {
  return cutAfter(text, isSentenceEnd);
}

/** Cuts a text into clauses that together cover it, each with the mark that ends it: `守初心、担使命，|转作风。` */
export function splitClauses(text: string): Span[] {
  return cutAfter(text, isClauseEnd);
}

function cutAfter(text: string, isEnd: (code: number) => boolean): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    if (!isEnd(text.charCodeAt(i))) continue;
    while (i + 1 < text.length && (isEnd(text.charCodeAt(i + 1)) || isClosing(text.charCodeAt(i + 1)))) i++;
    spans.push({ start, end: i + 1 });
    start = i + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}
