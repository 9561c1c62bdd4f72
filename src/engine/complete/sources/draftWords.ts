import { isSentenceEnd } from '../../text/marks';
import { segmentEnds } from '../../text/segmentWords';

/** A sentence is cut into words at most so far on each side of a place. UTF-16 code units. */
const REACH = 100;
/** Sentences whose words are remembered: the same ones are asked about at every character. */
const MOST_SENTENCES = 500;

const wordEnds = new Map<string, ReadonlySet<number>>();

/**
 * Tells of a continuation that only the draft has whether it ends with a word there: the import never cut the draft.
 *
 * @param draft the text before the cursor
 */
export function endsWordIn(draft: string): (continuation: string) => boolean {
  const last = draft.slice(-1);
  return continuation => {
    const at = draft.lastIndexOf(last + continuation, draft.length - 2);
    if (at < 0) return true;
    const end = at + 1 + continuation.length;
    const start = sentenceStart(draft, at);
    return endsOf(draft.slice(start, sentenceEnd(draft, end))).has(end - start);
  };
}

function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < REACH && !isSentenceEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function sentenceEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < REACH && !isSentenceEnd(text.charCodeAt(end))) end++;
  return end;
}

function endsOf(sentence: string): ReadonlySet<number> {
  const known = wordEnds.get(sentence);
  if (known) return known;
  const ends = new Set(segmentEnds(sentence));
  if (wordEnds.size >= MOST_SENTENCES) wordEnds.clear();
  wordEnds.set(sentence, ends);
  return ends;
}
