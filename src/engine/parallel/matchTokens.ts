import { isStructural, weightOf } from './structuralWords';
import { MAX_TOKENS, type Tokens } from './tokens';

/** Matches that go on without a gap count for more: one run of four characters, rather than four of one. */
const CONTIGUOUS = 0.7;
/** Both texts begin, or end, with it. */
const AT_EDGE = 1.2;
/** A shared mark or quote holds a place, and says nothing. */
const LEAST = 0.15;

/**
 * What a noun loses for each token it stands elsewhere in the other text, as seen from the nearer end: a topic that comes up again
 * holds nothing.
 */
const DISPLACED = 0.25;
const LEAST_SHARE = 0.1;

const SIDE = MAX_TOKENS + 1;

/**
 * For each token of `a` the token of `b` it corresponds to, ascending, or -1: the heaviest common subsequence, found by
 * dynamic programming (Wagner, Fischer 1974), where runs without gaps and common beginnings and ends weigh more. Work: the
 * product of the lengths.
 */
export type MatchTokens = (a: Tokens, b: Tokens) => Int32Array;

/** A {@link MatchTokens} with tables of its own, which each match writes over: to make them anew takes longer than most matches. */
export function createMatcher(): MatchTokens {
  /** Weight of the heaviest subsequence of the first `i` and `j` tokens, and of the one that ends with both their last: -1 where they differ. */
  const best = new Float64Array(SIDE * SIDE);
  const matched = new Float64Array(SIDE * SIDE);

  const trace = (rows: number, columns: number): Int32Array => {
    const partner = new Int32Array(rows).fill(-1);
    let i = rows;
    let j = columns;
    let inRun = false;
    while (i > 0 && j > 0) {
      const cell = i * SIDE + j;
      if (inRun || matched[cell] === best[cell]) {
        partner[i - 1] = j - 1;
        const diagonal = cell - SIDE - 1;
        inRun = i > 1 && j > 1 && matched[diagonal]! >= 0 && matched[diagonal]! + CONTIGUOUS >= best[diagonal]!;
        i--;
        j--;
      } else if (best[cell] === best[cell - SIDE]) i--;
      else j--;
    }
    return partner;
  };

  return (a, b) => {
    const rows = a.ids.length;
    const columns = b.ids.length;
    for (let j = 0; j <= columns; j++) best[j] = 0;
    for (let i = 1; i <= rows; i++) {
      const row = i * SIDE;
      const id = a.ids[i - 1]!;
      const weight = Math.max(LEAST, weightOf(id));
      const drift = isStructural(id) ? 0 : DISPLACED;
      best[row] = 0;
      for (let j = 1; j <= columns; j++) {
        const cell = row + j;
        const diagonal = cell - SIDE - 1;
        let match = -1;
        if (id === b.ids[j - 1]) {
          const follows = i > 1 && j > 1 && matched[diagonal]! >= 0;
          const moved = Math.min(Math.abs(i - j), Math.abs(rows - i - (columns - j)));
          const own = weight * Math.max(LEAST_SHARE, 1 - drift * moved);
          match = own + Math.max(best[diagonal]!, follows ? matched[diagonal]! + CONTIGUOUS : 0);
          if (i === 1 && j === 1) match += AT_EDGE;
          if (i === rows && j === columns) match += AT_EDGE;
        }
        matched[cell] = match;
        best[cell] = Math.max(best[cell - SIDE]!, best[cell - 1]!, match);
      }
    }
    return trace(rows, columns);
  };
}
