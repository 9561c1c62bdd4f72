import { isSentenceEnd } from '../../text/marks';
import { wordsWithoutPieces } from '../admission/pieces';

/** A sentence is cut into words at most so far on each side of a place. UTF-16 code units. */
const REACH = 100;
/** Sentences whose words are remembered: the same ones are asked about at every character. */
const MOST_SENTENCES = 500;

/**
 * Words of what only a draft has, the text before the cursor: the import never cut the draft. The segmenter of the language cuts it;
 * characters in a row that it takes for words of their own are one word, such as 文旅.
 */
export interface DraftWords {
  /** Does a continuation end with a word, where the draft has it last? */
  ends(draft: string, continuation: string): boolean;
  /** Does a word begin where the last `context` characters of the draft stood before that continuation? */
  begins(draft: string, context: number, continuation: string): boolean;
}

/** Remembers the words of the last few hundred sentences. */
export function createDraftWords(): DraftWords {
  const known = new Map<string, ReadonlySet<number>>();
  const startsOf = (sentence: string): ReadonlySet<number> => {
    let starts = known.get(sentence);
    if (!starts) {
      starts = wordsWithoutPieces(sentence);
      if (known.size >= MOST_SENTENCES) known.clear();
      known.set(sentence, starts);
    }
    return starts;
  };
  const isStart = (draft: string, at: number): boolean => {
    const start = sentenceStart(draft, at - 1);
    const end = sentenceEnd(draft, at);
    return at === start || at === end || startsOf(draft.slice(start, end)).has(at - start);
  };
  /** Offset of the last place where the draft has its last `context` characters followed by the continuation; negative: nowhere. */
  const found = (draft: string, context: number, continuation: string): number =>
    draft.lastIndexOf(draft.slice(draft.length - context) + continuation, draft.length - context - 1);
  return {
    ends(draft, continuation) {
      const at = found(draft, 1, continuation);
      return at < 0 || isStart(draft, at + 1 + continuation.length);
    },
    begins(draft, context, continuation) {
      const at = found(draft, context, continuation);
      return at < 0 || isStart(draft, at);
    },
  };
}

function sentenceStart(text: string, at: number): number {
  let start = Math.max(0, at);
  while (start > 0 && at - start < REACH && !isSentenceEnd(text.charCodeAt(start - 1))) start--;
  return start;
}

function sentenceEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < REACH && !isSentenceEnd(text.charCodeAt(end))) end++;
  return end;
}
