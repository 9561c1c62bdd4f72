import { isMark } from '../../text/marks';
import { wordsWithoutPieces } from '../admission/pieces';

/** A clause is cut into words at most so far on each side of a place. UTF-16 code units. */
const REACH = 100;
/**
 * Clauses whose words are remembered, those of a long draft: the same ones are asked about at every character. Words do not reach over
 * marks, and a clause is hardly ever so long that what is cut of it depends on the place.
 */
const MOST_CLAUSES = 2000;

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

/** Remembers the words of the clauses asked about last. */
export function createDraftWords(): DraftWords {
  const known = new Map<string, ReadonlySet<number>>();
  const startsOf = (clause: string): ReadonlySet<number> => {
    let starts = known.get(clause);
    if (!starts) {
      starts = wordsWithoutPieces(clause);
      if (known.size >= MOST_CLAUSES) known.clear();
      known.set(clause, starts);
    }
    return starts;
  };
  const isStart = (draft: string, at: number): boolean => {
    const start = clauseStart(draft, at);
    const end = clauseEnd(draft, at);
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

function clauseStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < REACH && !isMark(text.charCodeAt(start - 1))) start--;
  return start;
}

function clauseEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < REACH && !isMark(text.charCodeAt(end))) end++;
  return end;
}
