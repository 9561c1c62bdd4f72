import type { CorpusView } from '../../index/segment';
import type { SuffixRange } from '../../index/suffixes/prefixTable';
import { suffixRange } from '../../index/suffixes/suffixRange';

/** Where the last `length` characters before the cursor occur in the corpus. */
export interface Context {
  readonly length: number;
  /** A range of ranks for each segment of the view. */
  readonly ranges: readonly SuffixRange[];
  readonly occurrences: number;
  /** Of them, how many are looked at. */
  readonly samples: number;
}

/** No context is longer than this: beyond it the corpus is being copied, and 24 characters say so. */
const LONGEST = 24;
/**
 * Occurrences that are looked at of a context, by how many characters the longest context that has so many of them is longer: what that knows well, the
 * shorter ones are hardly heard about. Measured: 200 for each save no more keys, and read a seventh more pages.
 */
const SAMPLES = [200, 80, 32] as const;
/** Of more contexts than this the shortest ones and the longest are kept. */
const MOST = 9;

/**
 * All contexts that occur, shortest first. `…，推动高|` gives 高, 动高, 推动高, … as far as the corpus knows them.
 */
export function contextsBefore(view: CorpusView, before: string): Context[] {
  const contexts: Omit<Context, 'samples'>[] = [];
  // A segment that does not know a context does not know a longer one.
  const alive = view.map(() => true);
  for (let length = 1; length <= Math.min(LONGEST, before.length); length++) {
    const pattern = before.slice(before.length - length);
    let occurrences = 0;
    const ranges = view.map((segment, i) => {
      if (!alive[i]) return EMPTY;
      const range = suffixRange(segment, pattern);
      if (range.lo === range.hi) alive[i] = false;
      occurrences += range.hi - range.lo;
      return range;
    });
    if (occurrences === 0) break;
    contexts.push({ length, ranges, occurrences });
  }
  const kept = contexts.length <= MOST ? contexts : [...contexts.slice(0, MOST - 1), contexts.at(-1)!];
  const known = kept.findLast(({ occurrences }) => occurrences >= SAMPLES[0])?.length ?? 0;
  return kept.map(context => {
    const most = SAMPLES[Math.max(0, known - context.length)] ?? SAMPLES[2];
    return { ...context, samples: Math.min(context.occurrences, most) };
  });
}

const EMPTY: SuffixRange = { lo: 0, hi: 0 };
