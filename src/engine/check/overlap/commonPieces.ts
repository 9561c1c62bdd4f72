import type { CorpusView } from '../../index/segment';
import { isLetter } from '../draft/letters';
import { type Counting, longestMatches } from './matches';

/** Finds how far a wording of many articles goes from an offset of a text: 1 where two characters are too many already. */
export type CommonFrom = (at: number) => number;

/** A piece begins with two characters: less has no place in the index. */
const SHORTEST = 2;

/** Looks pieces of `text` up when they are first asked for, and remembers them: `many` articles have each. */
export function commonPieces(view: CorpusView, text: string, many: number, counting: Counting): CommonFrom {
  const known = new Map<number, number>();
  return at => {
    const before = known.get(at);
    if (before !== undefined) return before;
    const length = longestMatches(view, text, at, text.length, SHORTEST, many, counting)[many - 1]?.length ?? 1;
    known.set(at, length);
    return length;
  };
}

/**
 * Is [start, end) made of at least `pieces` wordings of many articles? Each is taken as long as it goes, so that they are as few as they can
 * be (as in the factors of Lempel and Ziv 1976). The fewer, the likelier two writers have come upon the same words by themselves:
 * 不断提高|人民生活水平 is two, 井台上|晒着|半筐|柿|子 is five.
 */
export function hasPieces(text: string, start: number, end: number, pieces: number, commonFrom: CommonFrom): boolean {
  let count = 0;
  for (let at = start; at < end && count < pieces; ) {
    if (!isLetter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    count++;
    at += commonFrom(at);
  }
  return count >= pieces;
}
