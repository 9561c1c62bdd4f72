import type { Span } from '../../../text/sentences';
import type { TaggedParagraph } from '../paragraphWords';
import { wholeName } from './wholeName';

/** From this probability on a letter is doubtful: a slot that keeps its own words, so that nothing is lost by it. */
const WORTH_A_LOOK = 0.02;
const LETTER = /[\p{L}\p{N}]/u;

/**
 * What may be a particular, though it probably is none: whole words, with the head of what they name, ascending, none over `sure`. Words side by side are one.
 *
 * @param shares the probability of each UTF-16 offset to be in a particular
 */
export function doubtfulSpans(shares: ArrayLike<number>, sure: readonly Span[], paragraph: TaggedParagraph): Span[] {
  const { text, words } = paragraph;
  const isTaken = new Uint8Array(text.length);
  for (const { start, end } of sure) isTaken.fill(1, start, end);
  const isFree = (at: number) => isTaken[at] === 0 && LETTER.test(text[at]!);
  const spans: Span[] = [];
  for (const { start, end } of words) {
    let isDoubtful = false;
    for (let at = start; at < end; at++) isDoubtful ||= isFree(at) && shares[at]! >= WORTH_A_LOOK;
    if (!isDoubtful) continue;
    // A word that a slot cuts is doubtful as to the rest of it.
    let from = start;
    while (!isFree(from)) from++;
    let to = from;
    while (to < end && isFree(to)) to++;
    const last = spans.at(-1);
    if (last?.end === from) spans[spans.length - 1] = { start: last.start, end: to };
    else spans.push({ start: from, end: to });
  }
  const others = [...sure, ...spans];
  return spans.map(({ start, end }) => {
    const limit = others.reduce(
      (nearest, other) => (other.start >= end ? Math.min(nearest, other.start) : nearest),
      text.length,
    );
    const name = wholeName({ kind: 'name', start, end, text: text.slice(start, end), worth: 0 }, paragraph, limit);
    return { start, end: name.end };
  });
}
