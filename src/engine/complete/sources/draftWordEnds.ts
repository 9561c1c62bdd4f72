import { isSentenceEnd } from '../../text/marks';
import { segmentEnds } from '../../text/segmentWords';

/** A sentence is cut into words at most so far on each side of a place. UTF-16 code units. */
const REACH = 100;
/** Sentences whose words are remembered: the same ones are asked about at every character. */
const MOST_SENTENCES = 500;

/**
 * Tells of a continuation that only a draft has, the text before the cursor, whether it ends with a word there: the import
 * never cut the draft.
 */
export type EndsWordInDraft = (draft: string, continuation: string) => boolean;

/** Cuts sentences by the segmenter of the language, and remembers those of the last few hundred. */
export function createDraftWordEnds(): EndsWordInDraft {
  const known = new Map<string, ReadonlySet<number>>();
  const wordEndsOf = (sentence: string): ReadonlySet<number> => {
    let ends = known.get(sentence);
    if (!ends) {
      ends = new Set(segmentEnds(sentence));
      if (known.size >= MOST_SENTENCES) known.clear();
      known.set(sentence, ends);
    }
    return ends;
  };
  return (draft, continuation) => {
    const at = draft.lastIndexOf(draft.slice(-1) + continuation, draft.length - 2);
    if (at < 0) return true;
    const end = at + 1 + continuation.length;
    const start = sentenceStart(draft, at);
    return wordEndsOf(draft.slice(start, sentenceEnd(draft, end))).has(end - start);
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
